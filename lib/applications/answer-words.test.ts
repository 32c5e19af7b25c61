import { expect, test } from "vitest";
import { answerWords } from "./answer-words";
import { faultLabel } from "./fault-label";

const answers = {
  country: "fr",
  organisationKind: "sme",
  registrationId: "732829320",
  headOffice: "lyon-7",
  headcount: "1-9",
  phone: "+33639980012",
  sectors: ["smart-city", "energy"],
  pitch: { zh: "作坊。", fr: "Un atelier." },
} as const;

const words = (step: Parameters<typeof answerWords>[0], given: object = answers) =>
  answerWords(step, given, "fr").map(({ label, texts }) => {
    return `${label}: ${texts.map(({ text, lang }) => (lang ? `[${lang}] ${text}` : text)).join(" / ")}`;
  });

test("numbers and telephones are written as their countries do", () => {
  expect(words("registration").slice(0, 3)).toEqual([
    "SIREN: 732 829 320",
    "Siège: Lyon 7e",
    "Effectif: 1 à 9",
  ]);
  expect(words("contact")).toEqual(["Téléphone: +33 6 39 98 00 12", "Identifiant WeChat: "]);
});

test("a text keeps its languages; lists are in the reader's", () => {
  expect(words("presentation")[0]).toContain("[fr-FR] Un atelier. / [zh-Hans] 作坊。");
  expect(words("presentation")[1]).toContain("\u00a0· ");
});

test("a number that is not asked is not shown", () => {
  expect(words("registration", { ...answers, country: "hk" }).join()).not.toContain("732");
});

test("names stand in the order in which the form asks for them: a Chinese reader's in characters first", () => {
  const named = { familyName: "Zhao", givenName: "Wenqi", nameZh: "赵文琪", legalName: "Lanxie" };
  const fields = (step: "identity" | "organisation", locale: "fr" | "zh") =>
    answerWords(step, named, locale)
      .map(({ field }) => field)
      .filter((field) => /name/i.test(field) && field !== "nameOrder");
  expect(fields("identity", "zh")).toEqual(["nameZh", "familyName", "givenName"]);
  expect(fields("identity", "fr")).toEqual(["familyName", "givenName", "nameZh"]);
  expect(fields("organisation", "zh")).toEqual(["chineseName", "legalName"]);
  expect(fields("organisation", "fr")).toEqual(["legalName", "chineseName"]);
});

test.each([
  ["pitch.fr", "Présentation en quelques lignes"],
  ["registrationId", "SIREN"],
  ["charter", "J’accepte la charte du club"],
  ["headOfficeElsewhere", "Ou un autre lieu"],
])("%s is called %s", (field, label) => {
  expect(faultLabel(field, { country: "fr", organisationKind: "sme" }, "fr")).toBe(label);
});

test("where there is no list of places, the field for a place is called as it stands alone", () => {
  expect(faultLabel("headOfficeElsewhere", { country: "other" }, "fr")).toBe("Siège");
  expect(faultLabel("headOfficeElsewhere", {}, "zh")).toBe("总部所在地");
});
