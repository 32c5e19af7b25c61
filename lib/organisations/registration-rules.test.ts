import { expect, test } from "vitest";
import { COUNTRIES } from "@/db/enums";
import { isReference, referenceItems } from "@/db/reference/lists";
import { numberOf } from "./registration-rules";

const WITHOUT = ["start-up", "research-lab", "association", "cultural-institution", "media"];

test("a company has a SIREN in France and a Unified Social Credit Code in mainland China", () => {
  expect(numberOf("fr", "sme")).toEqual({ number: "siren", isRequired: true });
  expect(numberOf("cn", "chinese-company")).toEqual({ number: "uscc", isRequired: true });
});

test.each(COUNTRIES.filter((country) => !["fr", "cn"].includes(country)))(
  "none is asked for in %s",
  (country) => {
    for (const { slug } of referenceItems("organisationKinds")) {
      expect(numberOf(country, slug)).toBeNull();
    }
  },
);

test("founders, associations, laboratories, cultural institutions and media may leave it empty", () => {
  expect(WITHOUT.filter((kind) => !isReference("organisationKinds", kind))).toEqual([]);
  const optional = referenceItems("organisationKinds")
    .map(({ slug }) => slug)
    .filter((kind) => !numberOf("fr", kind)?.isRequired);
  expect(optional).toEqual(WITHOUT);
});
