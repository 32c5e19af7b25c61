import { expect, test } from "vitest";
import { referenceItems } from "@/db/reference/lists";
import { wordsOptional } from "./words-optional";

const LISTS = [
  "reasonsSuspension",
  "reasonsReport",
  "reasonsApplicationRefusal",
  "reasonsChangesRequested",
  "reasonsProjectRefusal",
  "reasonsExperienceRefusal",
  "reasonsCooperationRefusal",
  "reasonsEventRefusal",
] as const;

test.each(LISTS)("one reason of %s asks for words, and is named", (list) => {
  const bare = referenceItems(list).filter(({ requiresText }) => requiresText);
  expect(bare).toHaveLength(1);
  expect(wordsOptional([list], "en")).toContain(`“${bare[0]?.label.en}”`);
});

test("the reasons of both verdicts are named", () => {
  expect(wordsOptional(["reasonsChangesRequested", "reasonsProjectRefusal"], "fr")).toBe(
    "(facultatif, sauf si vous choisissez «\u202fAutre modification\u202f» ou «\u202fAutre motif\u202f»)",
  );
});
