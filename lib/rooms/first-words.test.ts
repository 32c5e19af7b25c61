import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { firstDueOn, firstMessage, firstMilestone } from "./first-words";
import { planMilestoneInput, postMessageInput } from "./schema";

const roomId = "0198c0de-0000-7000-8000-000000000001";

test("the first words stand in the reader's language, then once in each of the others'", () => {
  const fr = firstMessage("fr", []);
  const zh = firstMessage("zh", []);
  expect(firstMessage("fr", ["zh", "fr", "zh"])).toBe(`${fr}\n\n${zh}`);
  expect(firstMessage("zh", ["fr"])).toBe(`${zh}\n\n${fr}`);
  expect(firstMilestone("zh", ["fr"]).split(" · ")).toHaveLength(2);
});

test.each(LOCALES)("what is suggested can be sent as it is: %s", (locale) => {
  const words = firstMessage(locale, LOCALES);
  expect(postMessageInput.parse({ roomId, words }).words).toBe(words);
  const title = firstMilestone(locale, LOCALES);
  expect(planMilestoneInput.parse({ roomId, title, dueOn: "2027-01-31" }).title).toBe(title);
});

test("the first day suggested is two weeks ahead", () => {
  expect(firstDueOn("2026-11-28")).toBe("2026-12-12");
});

test.each(LOCALES)(
  "the hint fits a message that is sent and a milestone that is added, in %s",
  (locale) => {
    expect(getTranslator(locale, "rooms")("start.hint")).not.toMatch(/envoy|send|发送/);
  },
);

test.each(LOCALES)(
  "whoever joins may send them as well: nobody is thanked for joining, in %s",
  (locale) => {
    expect(firstMessage(locale, [])).not.toMatch(/merci|thank|感谢/i);
  },
);
