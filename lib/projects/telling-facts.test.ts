import { expect, test } from "vitest";
import { PROFILE_TYPES } from "@/db/enums";
import { referenceItems } from "@/db/reference/lists";
import { isTelling } from "./telling-facts";

test("a stage that does not apply is told to nobody, every other is", () => {
  const told = referenceItems("developmentStages").filter(({ slug }) =>
    isTelling("developmentStage", slug, "rd-request"),
  );
  expect(told.map(({ slug }) => slug)).not.toContain("not-applicable");
  expect(told).toHaveLength(referenceItems("developmentStages").length - 1);
});

test("no protection is news of a technology, and none of a purchase", () => {
  const told = PROFILE_TYPES.filter((type) => isTelling("ipStatuses", ["none"], type));
  expect(told).toEqual(["technology-offer", "technology-request", "rd-request"]);
  for (const type of PROFILE_TYPES)
    expect(isTelling("ipStatuses", ["trade-mark"], type)).toBe(true);
  expect(isTelling("budgetBand", "to-be-discussed", "business-offer")).toBe(true);
});
