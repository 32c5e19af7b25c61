import { describe, expect, test } from "vitest";
import {
  findFullNames,
  findIdentities,
  findIdentity,
  type OwnerIdentity,
  textsReadUnnamed,
} from "./identifies-owner";

const owner: OwnerIdentity = {
  familyName: "Montclair",
  givenName: "Claire",
  nameZh: "欧阳 宛如",
  organisations: [
    { fr: "Soierie Montbrelant", en: "Montbrelant Silk", zh: "蒙布勒朗丝织坊" },
    { fr: "Transport Énergie Rhône", zh: "罗讷能源" },
  ],
  contacts: ["claire@example.org", "+33 4 78 00 11 22", "ouyang_wanru88", null],
};

const findIn = (text: string, who = owner) => findIdentity(text, who);

describe("tells who it is", () => {
  test.each([
    ["Un projet de Claire Montclair à Lyon", "Claire Montclair"],
    ["proposé par montclair claire", "montclair claire"],
    ["La maison MONTCLAIR", "MONTCLAIR"],
    ["Móntclàir", "Móntclàir"],
    ["Avec Claire, deux ateliers", "Claire"],
    ["欧阳宛如的项目", "欧阳宛如"],
    ["由欧阳·宛如发起", "欧阳·宛如"],
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
    ["WeChat : ouyang_wanru88", "ouyang_wanru88"],
    ["Écrivez-moi sur WeChat : lyon_soie69", "lyon_soie69"],
    ["加微信lyonsoie69", "lyonsoie69"],
    ["微信号：zhangsanlyon", "zhangsanlyon"],
    ["WeChat ID zhangsanlyon", "zhangsanlyon"],
  ])("%s", (text, found) => {
    expect(findIn(text)).toBe(found);
  });
});

test("full names of others are found as they are written, parts of them are not", () => {
  const others = [owner, { familyName: "Zhao", givenName: "Wenqi", nameZh: "赵文琪" }];
  const text = "Merci à Claire Montclair et à zhao wenqi; 赵 文琪来过, Claire aussi.";
  expect(findFullNames(text, others)).toEqual(["Claire Montclair", "赵 文琪", "zhao wenqi"]);
  expect(findFullNames("Claire et Montclair, Wenqi, 文琪", others)).toEqual([]);
});

describe("tells nobody", () => {
  test.each([
    "Une offre claire pour les ateliers lyonnais",
    "Éclaire, claires et montclairois",
    "Transport et énergie dans la vallée du Rhône",
    "宛如与欧阳",
    "De 10 000 à 50 000 € entre 2026 et 2027, 72 m²",
    "1 500 000 000 €, n° 12345678901",
    "Deux villes : Lyon et Canton.Ensuite Wuhan",
    "etc.Ensuite",
    "WeChat : boutique en ligne, WeChat mini-programme",
    "微信小程序，WeChat Pay 2026",
    "",
  ])("%s", (text) => {
    expect(findIn(text)).toBeNull();
  });
});

test("a short family name counts beside the given name only", () => {
  const du = { ...owner, familyName: "Du", givenName: "Wei", nameZh: "杜伟" };
  expect(findIn("Du vin pour le Sichuan", du)).toBeNull();
  expect(findIn("Un projet de du wei", du)).toBe("du wei");
  expect(findIn("DuWei", du)).toBe("DuWei");
});

test("names with an apostrophe, a hyphen, an accent", () => {
  const obrien = { ...owner, familyName: "O'Brien", givenName: "Jean-Marc", nameZh: null };
  expect(findIn("maison O’Brien", obrien)).toBe("O’Brien");
  expect(findIn("maison o brien", obrien)).toBe("o brien");
  expect(findIn("avec Jean Marc", obrien)).toBe("Jean Marc");
  const nguyen = { ...owner, familyName: "Nguyễn", givenName: "Ánh" };
  expect(findIn("chez NGUYEN", nguyen)).toBe("NGUYEN");
});

test("every field in every language is read, and all that was found is told at once", () => {
  const texts = {
    title: { fr: "Soie", zh: "丝绸" },
    teaser: { fr: "Soie", en: "By Montclair, contact@exemple.fr" },
    summary: { zh: "由Ouyang Wanru发起" },
    partnerTask: { fr: "Appeler le 04 78 00 11 22" },
  };
  expect(findIdentities(texts, owner)).toEqual([
    { field: "teaser.en", found: "contact@exemple.fr · Montclair" },
    { field: "summary.zh", found: "Ouyang Wanru" },
    { field: "partnerTask.fr", found: "04 78 00 11 22" },
  ]);
});

describe("what is well known of a name", () => {
  const known: OwnerIdentity = {
    ...owner,
    organisations: [
      {
        fr: "Énergie Transport SARL",
        en: "Rhône Alpes Technologie Verte",
        zh: "里昂蒙布勒朗丝织有限公司",
      },
      { fr: "Institut INSALY de Lyon", zh: "广州粤海贸易有限公司" },
    ],
  };
  test.each([
    ["Wanru Ouyang, à Lyon", "Wanru Ouyang"],
    ["OuyangWanru", "OuyangWanru"],
    ["énergie transport", "énergie transport"],
    ["un projet de RATV", "RATV"],
    ["avec INSALY", "INSALY"],
    ["蒙布勒朗丝织的项目", "蒙布勒朗丝织"],
    ["由粤海贸易提出", "粤海贸易"],
    ["蒙布勒朗的项目", "蒙布勒朗"],
    ["by Guangzhou Yuehai Maoyi", "Guangzhou Yuehai Maoyi"],
  ])("%s", (text, found) => {
    expect(findIdentity(text, known)).toBe(found);
  });

  test.each(["wanru ouyangs", "une institution de Lyon", "ratv", "在广州和里昂做贸易"])(
    "nothing of it in: %s",
    (text) => {
      expect(findIdentity(text, known)).toBeNull();
    },
  );
});

test.each([
  ["members", "members", 2],
  ["contacts", "members", 2],
  ["contacts", "contacts", 2],
  ["members", "contacts", 7],
] as const)(
  "text for %s, name for %s: %i texts are read by whoever may not know",
  (text, name, count) => {
    expect(textsReadUnnamed({ textLevel: text, ownerLevel: name })).toHaveLength(count);
  },
);
