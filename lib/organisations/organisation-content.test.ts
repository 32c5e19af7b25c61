import { expect, test } from "vitest";
import { type OrganisationContent, withOwnNumbers } from "./organisation-content";

const content: OrganisationContent = {
  name: { fr: "Soierie" },
  description: {},
  originalLocale: "fr",
  kind: "start-up",
  size: null,
  sectors: [],
  country: "fr",
  place: null,
  sites: [],
  founded: null,
  website: null,
  siren: null,
  siret: null,
  vat: null,
  uscc: null,
  parentUscc: null,
  visibility: "members",
};

type Numbers = Partial<OrganisationContent>;

test.each<[string, Numbers, Numbers]>([
  ["the SIREN within a SIRET", { siret: "73282932000074" }, { siren: "732829320" }],
  ["and the VAT number that it gives", { siret: "73282932000074" }, { vat: "FR44732829320" }],
  ["the SIREN within a VAT number", { vat: "FR44732829320" }, { siren: "732829320" }],
  [
    "an institution has no VAT number unasked",
    { kind: "association", siret: "73282932000074" },
    { siren: "732829320", vat: null },
  ],
  ["the SIREN as given", { siren: "732829320" }, { siren: "732829320", siret: null }],
  ["none", {}, { siren: null, siret: null, vat: null }],
  ["none from what does not check", { siret: "73282932000075" }, { siren: null }],
  ["none elsewhere", { country: "hk", siret: "73282932000074" }, { siren: null, siret: null }],
])("%s", (_case, given, expected) => {
  expect(withOwnNumbers({ ...content, ...given })).toMatchObject(expected);
});
