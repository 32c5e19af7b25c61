import { expect, test } from "vitest";
import { askQuestionInput, replyToQuestionInput } from "./schema";

const ask = (question: string) => {
  const result = askQuestionInput.safeParse({ slug: "silk", locale: "fr", question });
  return result.success ? "asked" : result.error.issues[0]?.message;
};

test.each([
  ["a".repeat(10), "asked"],
  ["丝".repeat(4), "asked"],
  ["丝".repeat(3), "tooShort"],
  ["a".repeat(600), "asked"],
  ["👩‍🔬".repeat(10), "asked"],
  ["a".repeat(9), "tooShort"],
  [` ${"a".repeat(9)} `, "tooShort"],
  ["👩‍🔬".repeat(9), "tooShort"],
  ["a".repeat(601), "tooLong"],
  ["", "required"],
  ["  \n ", "required"],
  [`${"a".repeat(20)}\0`, "unreadableCharacters"],
])("%j is %s", (question, outcome) => {
  expect(ask(question)).toBe(outcome);
});

test("an answer names its question and is not empty", () => {
  const input = {
    questionId: "0198c0de-0000-7000-8000-000000000001",
    version: "1",
    locale: "zh",
    answer: "可以。",
  };
  expect(replyToQuestionInput.safeParse(input).success).toBe(true);
  for (const change of [{ answer: " " }, { questionId: "x" }, { locale: "de" }, { extra: "1" }]) {
    expect(replyToQuestionInput.safeParse({ ...input, ...change }).success).toBe(false);
  }
});
