import { expect, test } from "vitest";
import { readFacts } from "./facts";
import { type NoticeTable, tellBy } from "./notice-table";

const TABLE: NoticeTable<"owner" | "people"> = {
  "room.closed": { people: "roomClosed" },
  "room.left": { owner: "roomLead", people: "roomPersonLeft" },
};

const people = { owner: { accountId: "o" }, people: [{ memberId: "a" }, { memberId: "b" }] };

test("each line of a table tells whom it names, by its kind, and nobody else", () => {
  const facts = (who: string) => ({ person: who });
  expect(tellBy(TABLE, { people, facts })({ name: "room.closed" })).toEqual([
    { kind: "roomClosed", to: { memberId: "a" }, facts: { person: "people" } },
    { kind: "roomClosed", to: { memberId: "b" }, facts: { person: "people" } },
  ]);
  const left = tellBy(TABLE, { people: { owner: people.owner }, facts })({ name: "room.left" });
  expect(left.map(({ kind }) => kind)).toEqual(["roomLead"]);
});

test("an event that no line names is a mistake", () => {
  expect(() => tellBy(TABLE, { people, facts: {} })({ name: "room.opened" })).toThrow(
    "room.opened",
  );
});

test("facts are read in any language", () => {
  const facts = {
    words: "Oui",
    title: { text: { fr: "Acheter", en: "" }, original: "fr" },
    reason: { reason: "other", list: "reasonsInterestDecline" },
    role: { label: "adviser", list: "roomRoles" },
    unknown: { reason: "no-such", list: "reasonsInterestDecline" },
  } as const;
  const [fr, zh] = (["fr", "zh"] as const).map((locale) => readFacts(facts, locale));
  expect(fr).toMatchObject({ words: "Oui", title: "Acheter", unknown: "" });
  expect(zh).toMatchObject({ words: "Oui", title: "Acheter", unknown: "" });
  expect(fr?.role).not.toBe(zh?.role);
  expect(readFacts({ title: { text: {} } }, "en")).toEqual({ title: "" });
});
