import { expect, test } from "vitest";
import { changesInWords, type Held, isHeldOtherwise } from "./event-changes";

const HELD: Held = {
  startsAt: "2026-03-28T08:00:00.000Z",
  endsAt: null,
  format: "in-person",
  place: "lyon-3",
  cities: [],
  venue: { fr: "1 place Bellecour" },
  price: null,
};

test("what did not change is not told", () => {
  expect(isHeldOtherwise(HELD, { ...HELD, venue: { fr: "1 place Bellecour" } })).toBe(false);
  expect(changesInWords(HELD, HELD, "fr")).toBe("");
});

test("an hour that moves is told old and new on both clocks", () => {
  const now = { ...HELD, startsAt: "2026-03-30T07:00:00.000Z" };
  expect(isHeldOtherwise(HELD, now)).toBe(true);
  const said = changesInWords(HELD, now, "zh");
  expect(said).toContain("16:00");
  expect(said).toContain("15:00");
  expect(said).toContain("09:00");
  expect(said.split("\n\n")).toHaveLength(1);
});

test("a place and a way of taking part are told by their names", () => {
  const now = { ...HELD, place: null, cities: ["guangzhou"], format: "online", venue: {} };
  const said = changesInWords(HELD, now, "en");
  expect(said).toContain("Guangzhou");
  expect(said.split("\n\n")).toHaveLength(3);
});

test("what is held online from now on says where as its page does", () => {
  const now = { ...HELD, place: null, format: "online" };
  expect(changesInWords(HELD, now, "en")).toMatch(/^Where: Online\nBefore: Lyon 3rd/u);
  expect(changesInWords(HELD, now, "zh")).toMatch(/^地点：线上\n原为：里昂/u);
});

test("what is no longer said agrees with each label in French", () => {
  expect(changesInWords(HELD, { ...HELD, venue: {} }, "fr")).toMatch(
    /^Adresse\u00a0: sans précision/u,
  );
});

test("what costs something, more or nothing any more is told with what it cost", () => {
  const paid = { ...HELD, price: 35 };
  expect(isHeldOtherwise(HELD, paid)).toBe(true);
  expect(changesInWords(HELD, paid, "en")).toBe("Price: €35 per person\nBefore: Free");
  expect(changesInWords(paid, HELD, "zh")).toBe("费用：免费\n原为：每人35欧元");
});
