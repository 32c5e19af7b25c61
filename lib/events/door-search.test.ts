import { expect, test } from "vitest";
import { readDoorFilters } from "./attendance.schema";
import { isCalled } from "./door-search";

const member = { searchNames: " lin meihua 林美华 ", guestName: null, companions: [] };
const guest = { searchNames: null, guestName: "Zoé O’Brien", companions: ["王小明"] };

test.each([
  ["the start of a word", member, "mei", true],
  ["both words, in any order", member, "Meihua LIN", true],
  ["characters", member, "美华", true],
  ["the middle of a word", member, "hua", false],
  ["a word that is nowhere", member, "lin wang", false],
  ["a guest without their accent", guest, "zoe obrien", false],
  ["a guest as it sounds", guest, "zoe brien", true],
  ["a companion", guest, "小明", true],
  ["a companion by the reading", guest, "wang xiaoming", true],
  ["a companion by the reading, joined", guest, "wangxiaoming", true],
  ["nothing but signs", guest, "!?", false],
])("a party is called by %s", (_what, party, q, is) => {
  expect(isCalled(party, q)).toBe(is);
});

test("of somebody whose name is not shown nothing is found but whom they bring", () => {
  const hidden = { searchNames: null, guestName: null, companions: ["Ana"] };
  expect([isCalled(hidden, "lin"), isCalled(hidden, "ana")]).toEqual([false, true]);
});

test.each([
  [{ q: ` ${"lin ".repeat(100)}` }, { q: "lin ".repeat(50), page: 1 }],
  [
    { q: ["a", "b"], page: "-1" },
    { q: "", page: 1 },
  ],
  [{}, { q: "", page: 1 }],
])("%j is read as far as it can be", (asked, filters) =>
  expect(readDoorFilters(asked)).toEqual(filters),
);
