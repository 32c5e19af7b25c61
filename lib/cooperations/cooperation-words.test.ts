import { expect, test } from "vitest";
import { isEnded, periodWords, timelineOf } from "./cooperation-words";

test.each([
  [{ signed: "1988-01-19", ends: null }, "depuis le 19\u00a0janvier 1988", "1988年1月19日起"],
  [{ signed: "2000", ends: null }, "depuis 2000", "2000年起"],
  [{ signed: "2000", ends: "2012-05" }, "2000 – mai 2012", "2000年～2012年5月"],
  [{ signed: null, ends: "2012" }, "jusqu’en 2012", "至2012年"],
  [{ signed: null, ends: null }, "", ""],
])("%o", (period, fr, zh) => {
  expect(periodWords(period, "fr")).toBe(fr);
  expect(periodWords(period, "zh")).toBe(zh);
});

test.each([
  ["2025", "2026-11-26", true],
  ["2026", "2026-11-26", false],
  ["2026-10", "2026-11-26", true],
  ["2026-11-26", "2026-11-26", false],
  [null, "2026-11-26", false],
])("ends %s, on %s", (ends, today, expected) => expect(isEnded(ends, today)).toBe(expected));

test("a line of years begins in 1988, or before where an agreement is older", () => {
  const one = { slug: "a", renewed: "2008", ends: null };
  const young = timelineOf([{ ...one, signed: "2000" }], "2026-11-26");
  expect(young.marks[0]).toEqual({ year: 1988, at: 0 });
  expect(young.bars).toEqual([{ slug: "a", from: 30.8, width: 68.8, renewed: 51.3 }]);
  const old = timelineOf([{ ...one, signed: "1986" }], "2026-11-26");
  expect(old.marks.map(({ year }) => year)).toEqual([1986, 2000, 2010, 2020]);
});

test("what has no date has no bar, and none leaves the line", () => {
  const one = { slug: "a", renewed: null };
  expect(timelineOf([{ ...one, signed: null, ends: null }], "2026-11-26").bars).toEqual([]);
  const { bars } = timelineOf([{ ...one, signed: "2026-11", ends: "2026" }], "2026-11-26");
  expect(bars[0]?.width).toBeGreaterThanOrEqual(1);
  expect((bars[0]?.from ?? 0) + (bars[0]?.width ?? 0)).toBeLessThanOrEqual(101);
});
