import { describe, expect, test } from "vitest";
import { type OnPoster, posterWords, whereWords } from "./event-poster";

const event: OnPoster = {
  title: { fr: "Payer et être payé en Chine", zh: "对华收付款实务" },
  originalLocale: "fr",
  eventKind: "breakfast",
  format: "in-person",
  zone: "lyon",
  startsAt: new Date("2026-12-01T17:00:00Z"),
  endsAt: new Date("2026-12-01T19:00:00Z"),
  place: "lyon-3",
  cities: [],
};

const on = (changes: Partial<OnPoster>, locale: "fr" | "en" | "zh" = "fr") => {
  const words = posterWords({ ...event, ...changes }, locale);
  return [words?.figure, words?.month];
};

test("a poster says what, when on both clocks and where, in the reader's language", () => {
  expect(posterWords(event, "fr")).toEqual({
    kind: "Petit-déjeuner",
    figure: "1",
    month: "décembre 2026",
    title: { text: "Payer et être payé en Chine", lang: "fr", isFallback: false },
    clocks: [
      "mardi 1er\u00a0décembre 2026 de\u00a018:00\u00a0à\u00a020:00\u00a0(Lyon)",
      "mercredi 2\u00a0décembre de\u00a001:00\u00a0à\u00a003:00\u00a0(Pékin)",
    ],
    where: "Lyon 3e",
  });
  expect(posterWords(event, "zh")).toMatchObject({
    title: { text: "对华收付款实务", lang: "zh" },
    clocks: [
      "2026年12月2日星期三 01:00～03:00（北京时间）",
      "12月1日星期二 18:00～20:00（里昂时间）",
    ],
  });
});

test("there is none before it has a time", () => {
  expect(posterWords({ ...event, startsAt: null }, "fr")).toBeNull();
});

describe("its large day", () => {
  test("is that of the place, whose clock is named to who has another day", () => {
    expect(on({})).toEqual(["1", "décembre 2026"]);
    expect(on({}, "zh")).toEqual(["1", "2026年12月（里昂时间）"]);
    const inChina = { zone: "beijing", startsAt: new Date("2026-12-01T22:00:00Z"), endsAt: null };
    expect(on({ ...inChina, zone: "beijing" })).toEqual(["2", "décembre 2026\u00a0(Pékin)"]);
    expect(on({ ...inChina, zone: "beijing" }, "zh")).toEqual(["2", "2026年12月"]);
  });

  test("is the reader's own of what is held online", () => {
    expect(on({ format: "online" }, "zh")).toEqual(["2", "2026年12月"]);
  });

  test("is the first and the last of several", () => {
    const [startsAt, endsAt] = [new Date("2026-11-04T08:00:00Z"), new Date("2026-11-06T12:00:00Z")];
    expect(on({ startsAt, endsAt })).toEqual(["4–6", "novembre 2026"]);
    expect(on({ startsAt, endsAt }, "zh")).toEqual(["4～6", "2026年11月"]);
    const over = new Date("2026-12-02T12:00:00Z");
    expect(on({ startsAt, endsAt: over }, "en")).toEqual([
      "4",
      "4\u00a0November – 2\u00a0December 2026",
    ]);
  });

  test("is one where it ends at midnight", () => {
    expect(on({ endsAt: new Date("2026-12-01T23:00:00Z") })).toEqual(["1", "décembre 2026"]);
  });
});

test.each([
  ["in-person", "lyon-3", ["guangzhou"], "Lyon 3e · Canton"],
  ["hybrid", "lyon-3", [], "Lyon 3e · En ligne"],
  ["online", null, [], "En ligne"],
  [null, null, [], ""],
])("%s at %s and %j is %s", (format, place, cities, where) => {
  expect(whereWords({ format, place, cities }, "fr")).toBe(where);
});
