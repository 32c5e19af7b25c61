import { expect, test } from "vitest";
import { byMachine, byPerson, stampText } from "./provenance";

const text = { fr: "Soie", en: "Silk", zh: "丝绸" };
const machine = byMachine({ accountId: "owner" });
const person = byPerson({ accountId: "owner" });

test("a machine's words are not reviewed, a person's are", () => {
  expect([machine.isReviewed, person.isReviewed]).toEqual([false, true]);
});

test.each([
  ["nothing changed", text, { en: machine }],
  ["a translation changed", { ...text, en: "Raw silk" }, { en: person }],
  ["another one changed", { ...text, zh: "生丝" }, { en: machine, zh: person }],
  ["it was emptied", { fr: "Soie", zh: "丝绸" }, {}],
  ["only the original changed", { ...text, fr: "Soie grège" }, { en: machine }],
])("%s", (_, after, expected) => {
  expect(stampText(text, after, "fr", { en: machine }, person)).toEqual(expected);
});

test("what becomes the original is nobody's translation", () => {
  expect(stampText(text, text, "en", { en: machine, zh: person }, person)).toEqual({ zh: person });
});
