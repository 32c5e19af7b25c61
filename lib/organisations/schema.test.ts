import { describe, expect, test } from "vitest";
import { createOrganisationInput, removeOrganisationInput, saveOrganisationInput } from "./schema";

const form = {
  originalLocale: "fr",
  name: { fr: "Soierie Montbrelant", zh: "蒙布勒朗丝织坊" },
  kind: "sme",
  country: "fr",
  siren: "732 829 320",
};

const parse = (change: object) => createOrganisationInput.safeParse({ ...form, ...change });

/** The first fault by field. */
const faults = (change: object) =>
  Object.fromEntries(
    (parse(change).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]),
  );

test("a form of a French company gives compact numbers and one list of places", () => {
  const sent = {
    siret: "732 829 320 00074",
    vat: "fr44 732829320",
    place: "lyon-1",
    sitesLyon: ["lyon-1", "villeurbanne"],
    sitesChina: "guangzhou",
    founded: "１９２１",
    website: "soierie.example.org",
    size: "",
    visibility: "",
  };
  expect(parse(sent).data).toMatchObject({
    name: form.name,
    siren: "732829320",
    siret: "73282932000074",
    vat: "FR44732829320",
    sites: ["villeurbanne", "guangzhou"],
    founded: 1921,
    website: "https://soierie.example.org",
    size: null,
    visibility: null,
    isAnother: false,
    sectors: [],
  });
});

describe("registration numbers", () => {
  /** Of a start-up, which need not give its SIREN. */
  const siretOnly = (vat: string) => ({
    kind: "start-up",
    siren: "",
    siret: "73282932000074",
    vat,
  });
  const china = { country: "cn", siren: "" };
  test.each<[string, object, object]>([
    ["a SIREN that does not check", { siren: "732829321" }, { siren: "notASiren" }],
    ["one that ends in 0 is good", { siren: "732829320" }, {}],
    ["none, of a company", { siren: "" }, { siren: "required" }],
    ["none, of a start-up", { siren: "", kind: "start-up" }, {}],
    ["none, in Hong Kong", { siren: "", country: "hk" }, {}],
    ["one that does not check, elsewhere: not looked at", { siren: "1", country: "hk" }, {}],
    ["a SIRET of another company", { siret: "35600000000048" }, { siret: "notASiret" }],
    ["a SIRET too short", { siret: "7328293200007" }, { siret: "notASiret" }],
    ["a VAT number of another company", { vat: "FR64552100554" }, { vat: "notAVat" }],
    ["a VAT number with a wrong key", { vat: "FR45732829320" }, { vat: "notAVat" }],
    [
      "a VAT number of another company than the SIRET",
      siretOnly("FR96552100554"),
      { vat: "notAVat" },
    ],
    ["one of the same company", siretOnly("FR44732829320"), {}],
    ["a Chinese code", { ...china, uscc: "91350100m000100y43" }, {}],
    ["one that does not check", { ...china, uscc: "91350100M000100Y44" }, { uscc: "notAUscc" }],
    ["none, of a Chinese company", china, { uscc: "required" }],
    [
      "a parent's code that does not check",
      { kind: "chinese-company", parentUscc: "91350100M000100Y44" },
      { parentUscc: "notAUscc" },
    ],
    ["a parent's code where there is none to ask", { parentUscc: "x" }, {}],
  ])("%s", (_case, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });
});

test.each<[string, object, object]>([
  ["no name in any language", { name: { fr: " " } }, { "name.fr": "required" }],
  ["a name of two lines", { name: { fr: "a\nb" } }, { "name.fr": "oneLine" }],
  ["a long name", { name: { fr: "a".repeat(121) } }, { "name.fr": "tooLong" }],
  ["a kind that is not listed", { kind: "guild" }, { kind: "notInList" }],
  ["a country that is not listed", { country: "jp" }, { country: "notInList" }],
  ["a city that is not listed", { sitesChina: ["atlantis"] }, { sitesChina: "notInList" }],
  ["a head office that is not listed", { place: "atlantis" }, { place: "notInList" }],
  ["a Chinese city among the places of Lyon", { sitesLyon: "wuhan" }, { sitesLyon: "notInList" }],
  ["a year to come", { founded: "2999" }, { founded: "yearTooFar" }],
  ["no year", { founded: "MCMXXI" }, { founded: "notAYear" }],
  ["no web address", { website: "javascript:alert(1)" }, { website: "notAWebAddress" }],
  ["a level that is not listed", { visibility: "contacts" }, { visibility: "notInList" }],
  ["NUL", { name: { fr: "a\0" } }, { "name.fr": "unreadableCharacters" }],
])("%s is told at its field", (_case, change, expected) => {
  expect(faults(change)).toMatchObject(expected);
});

test("what the form does not hold is refused", () => {
  expect(parse({ slug: "mine" }).success).toBe(false);
  expect(parse({ managerId: "me" }).success).toBe(false);
});

test("a save says which version it began on; a removal is ticked", () => {
  const target = { organisationId: crypto.randomUUID(), version: "3" };
  const saved = saveOrganisationInput.safeParse({ ...form, ...target, visibility: "public" });
  expect(saved.data).toMatchObject({ version: 3, confirmed: [] });
  expect(saveOrganisationInput.safeParse({ ...form, ...target }).success).toBe(false);
  const unticked = removeOrganisationInput.safeParse(target);
  expect(unticked.error?.issues[0]?.message).toBe("tickFirst");
  expect(removeOrganisationInput.safeParse({ ...target, confirmed: "on" }).success).toBe(true);
});

test("a name is no web address and looks like no other one, in any language", () => {
  expect(faults({ name: { fr: "Soierie example.com", zh: "丝\u200b绸" } })).toEqual({
    "name.fr": "nameHasAddress",
    "name.zh": "nameInvisible",
  });
});
