import { describe, expect, test } from "vitest";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES } from "@/lib/core/i18n/locales";
import { fieldOfHeading, IMPORT_FIELDS, ignoredHeading } from "./column-words";
import { guessColumns, isEnough, readMapping } from "./columns";

test.each(LOCALES)(
  "the portal's own words for its fields are known and never ignored, in %s",
  (locale) => {
    const words = IMPORT_FIELDS.map((field) => CATALOGUES[locale].imports.fields[field]);
    expect(words.map(fieldOfHeading)).toEqual(IMPORT_FIELDS);
    expect(words.map(ignoredHeading)).toEqual(IMPORT_FIELDS.map(() => null));
  },
);

test.each([
  ["NOM", "familyName"],
  ["Nom *", "familyName"],
  ["Prénom(s)", "givenName"],
  ["prenom", "givenName"],
  ["First Name", "givenName"],
  ["Nom chinois (caractères)", "nameZh"],
  ["姓名", "nameZh"],
  ["姓", "familyName"],
  ["名（拼音）", "givenName"],
  ["E-MAIL", "email"],
  ["Adresse électronique", "email"],
  ["电子邮箱", "email"],
  ["Société", "organisation"],
  ["工作单位", "organisation"],
  ["职位", "jobTitle"],
  ["Secteur d’activité", "sectors"],
  ["Date d'adhésion (jj/mm/aaaa)", "joinedOn"],
  ["Type d’adhérent", "category"],
  ["会费有效期至", "duesPaidUntil"],
  ["duesPaidUntil", "duesPaidUntil"],
  ["Téléphone", null],
  ["Ville", null],
  ["", null],
])("%s is %s", (heading, field) => expect(fieldOfHeading(heading)).toBe(field));

describe("columns that no file may bring", () => {
  test.each([
    ["Rôle", "role"],
    ["Droits d’administration", "role"],
    ["Admin role", "role"],
    ["角色", "role"],
    ["Statut", "status"],
    ["Membership status", "status"],
    ["会员状态", "status"],
    ["Consentement RGPD", "consent"],
    ["GDPR", "consent"],
    ["是否同意", "consent"],
    ["Mot de passe", "password"],
  ])("%s: %s", (heading, why) => {
    expect(guessColumns(["Nom", heading])).toEqual({
      mapping: { familyName: 0 },
      ignored: [{ column: 1, why }],
      left: [],
    });
    expect(readMapping(["Nom", heading], { familyName: 0, jobTitle: 1 })).toEqual({
      familyName: 0,
    });
  });
});

test("of two columns alike the first is taken, what nobody knows is left", () => {
  expect(guessColumns(["E-mail", "Courriel", "Chaussures"])).toEqual({
    mapping: { email: 0 },
    ignored: [],
    left: [1, 2],
  });
});

test("the team maps columns that are there, each once", () => {
  const chosen = { familyName: 1, givenName: 1, email: 0, jobTitle: 7, cities: null, sectors: -1 };
  expect(readMapping(["a", "b"], chosen)).toEqual({ familyName: 1, email: 0 });
});

test.each([
  [{ email: 0, nameZh: 1 }, true],
  [{ email: 0, familyName: 1, givenName: 2 }, true],
  [{ email: 0, familyName: 1 }, false],
  [{ nameZh: 0 }, false],
])("%j is enough: %s", (mapping, enough) => expect(isEnough(mapping)).toBe(enough));
