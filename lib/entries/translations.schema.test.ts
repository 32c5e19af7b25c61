import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { PROJECT } from "@/lib/projects/project";
import { declineOfferInput, saveTranslationsInput } from "./translations.schema";

const target = { entryId: randomUUID(), locale: "zh", fingerprint: "abc" };

const cases: [string, object, string][] = [
  ["a title of two lines", { words: { title: "一\n二" } }, "oneLine"],
  ["a title of 121 characters", { words: { title: "字".repeat(121) } }, "tooLong"],
  ["NUL", { words: { summary: "a\0b" } }, "unreadableCharacters"],
  ["another language", { locale: "de" }, "notInList"],
  ["an unknown text", { words: { slug: "x" } }, "Unrecognized key"],
  ["an unknown key", { provenance: {} }, "Unrecognized key"],
  ["an unknown confirmation", { confirmed: ["slug"] }, "notInList"],
];

test.each(cases)("refuses %s", (_, more, code) => {
  const parsed = saveTranslationsInput(PROJECT).safeParse({ ...target, ...more });
  expect(parsed.error?.issues[0]?.message).toContain(code);
});

test("what the form does not hold is left out, what is empty stays empty", () => {
  const parsed = saveTranslationsInput(PROJECT).parse({
    ...target,
    words: { title: "", teaser: " 丝 " },
  });
  expect(parsed).toEqual({ ...target, words: { title: "", teaser: "丝" }, confirmed: [] });
});

test("an offer is declined without words, or with 600 characters at most", () => {
  const offerId = randomUUID();
  expect(declineOfferInput.parse({ offerId })).toEqual({ offerId, words: "" });
  expect(declineOfferInput.safeParse({ offerId, words: "字".repeat(601) }).success).toBe(false);
});
