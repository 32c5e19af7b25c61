import { expect, test } from "vitest";
import { parseFacts } from "./stored-facts";

test("every kind of fact comes back as it was kept", () => {
  const facts = {
    to: "/projects/one",
    title: { text: { fr: "Soieries", zh: "丝绸" }, original: "fr" },
    person: { text: { fr: "Mei Lin", zh: "林梅" }, member: "one" },
    reason: { reason: "other", list: "reasonsReport" },
    role: { label: "lead", list: "roomRoles" },
  };
  expect(parseFacts(facts)).toEqual(facts);
});

test.each([
  ["a number", 3, ""],
  ["nothing", null, ""],
  ["a list that is gone", { label: "lead", list: "pigeons" }, ""],
  ["a text in no language of ours", { text: { de: "Seide" } }, ""],
])("%s says nothing, and the rest stays", (_what, fact, said) => {
  expect(parseFacts({ fact, to: "/home" })).toEqual({ fact: said, to: "/home" });
});

test("what is no object at all is no fact", () => {
  for (const stored of [null, "words", 3, []]) expect(parseFacts(stored)).toEqual({});
});
