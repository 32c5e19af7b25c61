import { describe, expect, test } from "vitest";
import { findIdentity, type OwnerMarks } from "./identifies-owner";

const owner: OwnerMarks = {
  familyName: "Montclair",
  givenName: "Claire",
  nameZh: "欧阳 娜娜",
  organisations: [
    { fr: "Soierie Montbrelant", en: "Montbrelant Silk", zh: "蒙布勒朗丝织坊" },
    { fr: "Transport Énergie Rhône", zh: "罗讷能源" },
  ],
  contacts: ["claire@example.org", "+33 4 78 00 11 22", "ouyang_nana88", null],
};

const findIn = (text: string, who = owner) =>
  findIdentity({ title: {}, teaser: { fr: text } }, who);

describe("tells who it is", () => {
  test.each([
    ["Un projet de Claire Montclair à Lyon", "Claire Montclair"],
    ["proposé par montclair claire", "montclair claire"],
    ["La maison MONTCLAIR", "MONTCLAIR"],
    ["Móntclàir", "Móntclàir"],
    ["Avec Claire, deux ateliers", "Claire"],
    ["欧阳娜娜的项目", "欧阳娜娜"],
    ["由欧阳·娜娜发起", "欧阳·娜娜"],
    ["蒙布勒朗丝织坊在里昂", "蒙布勒朗丝织坊"],
    ["la soierie montbrelant cherche", "soierie montbrelant"],
    ["SoierieMontbrelant", "SoierieMontbrelant"],
    ["由Montclair公司提出", "Montclair"],
    ["L’atelier Montbrelant de la Croix-Rousse", "Montbrelant"],
    ["Écrire à contact@exemple.fr", "contact@exemple.fr"],
    ["Voir https://exemple.test/x", "https://exemple.test/x"],
    ["Voir soierie.example.org", "soierie.example.org"],
    ["Tél. 04 78 00 11 22", "04 78 00 11 22"],
    ["+86 138 0013 8000", "+86 138 0013 8000"],
    ["电话１３８００１３８０００", "13800138000"],
    ["WeChat : ouyang_nana88", "ouyang_nana88"],
  ])("%s", (text, found) => {
    expect(findIn(text)?.found).toBe(found);
  });
});

describe("tells nobody", () => {
  test.each([
    "Une offre claire pour les ateliers lyonnais",
    "Éclaire, claires et montclairois",
    "Transport et énergie dans la vallée du Rhône",
    "娜娜与欧阳",
    "De 10 000 à 50 000 € entre 2026 et 2027, 72 m²",
    "1 500 000 000 €, n° 12345678901",
    "Deux villes : Lyon et Canton.Ensuite Wuhan",
    "etc.Ensuite",
    "",
  ])("%s", (text) => {
    expect(findIn(text)).toBeNull();
  });
});

test("a short family name counts beside the given name only", () => {
  const du = { ...owner, familyName: "Du", givenName: "Wei", nameZh: "杜伟" };
  expect(findIn("Du vin pour le Sichuan", du)).toBeNull();
  expect(findIn("Un projet de du wei", du)?.found).toBe("du wei");
  expect(findIn("DuWei", du)?.found).toBe("DuWei");
});

test("names with an apostrophe, a hyphen, an accent", () => {
  const obrien = { ...owner, familyName: "O'Brien", givenName: "Jean-Marc", nameZh: null };
  expect(findIn("maison O’Brien", obrien)?.found).toBe("O’Brien");
  expect(findIn("maison o brien", obrien)?.found).toBe("o brien");
  expect(findIn("avec Jean Marc", obrien)?.found).toBe("Jean Marc");
  const nguyen = { ...owner, familyName: "Nguyễn", givenName: "Ánh" };
  expect(findIn("chez NGUYEN", nguyen)?.found).toBe("NGUYEN");
});

test("every language of title and teaser is read, and the field is named", () => {
  const texts = { title: { fr: "Soie", zh: "丝绸" }, teaser: { fr: "Soie", en: "By Montclair" } };
  expect(findIdentity(texts, owner)).toEqual({ field: "teaser.en", found: "Montclair" });
  const title = { ...texts, title: { zh: "欧阳娜娜" } };
  expect(findIdentity(title, owner)?.field).toBe("title.zh");
});
