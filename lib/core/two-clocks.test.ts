import { describe, expect, test } from "vitest";
import { ZONE } from "./dates";
import { LOCALES } from "./i18n/locales";
import { formatOnBothClocks, onBothClocks, readMinute } from "./two-clocks";

const inAll = (from: string, to: string | null = null) =>
  LOCALES.map((locale) => formatOnBothClocks(from, to, locale));

describe("an instant on both clocks, the reader's first", () => {
  test("on another day in China", () => {
    expect(inAll("2026-12-01T17:00:00Z")).toEqual([
      "mardi 1er\u00a0décembre 2026 à\u00a018:00\u00a0(Lyon) · mercredi 2\u00a0décembre à\u00a001:00\u00a0(Pékin)",
      "Tuesday 1\u00a0December 2026 at\u00a018:00\u00a0(Lyon) · Wednesday 2\u00a0December at\u00a001:00\u00a0(Beijing)",
      "2026年12月2日星期三 01:00（北京时间） · 12月1日星期二 18:00（里昂时间）",
    ]);
  });

  test("the day that both share is said once", () => {
    expect(inAll("2026-12-01T08:00:00Z")).toEqual([
      "mardi 1er\u00a0décembre 2026 à\u00a009:00\u00a0(Lyon) · 16:00\u00a0(Pékin)",
      "Tuesday 1\u00a0December 2026 at\u00a009:00\u00a0(Lyon) · 16:00\u00a0(Beijing)",
      "2026年12月1日星期二 16:00（北京时间） · 09:00（里昂时间）",
    ]);
  });

  test("and the year again where it is another", () => {
    expect(formatOnBothClocks("2026-12-31T20:00:00Z", null, "fr")).toBe(
      "jeudi 31\u00a0décembre 2026 à\u00a021:00\u00a0(Lyon) · vendredi 1er\u00a0janvier 2027 à\u00a004:00\u00a0(Pékin)",
    );
  });

  test.each([
    ["2026-03-28 09:00", "16:00"],
    ["2026-03-30 09:00", "15:00"],
  ])("09:00 in Lyon on %s is %s in China", (minute, inChina) => {
    const read = readMinute(ZONE.lyon, minute);
    if (!("at" in read)) throw new Error(read.fault);
    const shown = onBothClocks(read.at, null, "fr");
    expect(shown.map(({ clock }) => clock)).toEqual(["lyon", "beijing"]);
    expect(shown[0]?.words).toMatch(/ à\u00a009:00\u00a0\(Lyon\)$/);
    expect(shown[1]?.words).toBe(`${inChina}\u00a0(Pékin)`);
    expect(onBothClocks(read.at, null, "zh")[0]?.words).toContain(` ${inChina}（北京时间）`);
  });
});

describe("a span on both clocks", () => {
  test("on one day", () => {
    expect(inAll("2026-10-15T06:00:00Z", "2026-10-15T08:00:00Z")).toEqual([
      "jeudi 15\u00a0octobre 2026 de\u00a008:00\u00a0à\u00a010:00\u00a0(Lyon) · de\u00a014:00\u00a0à\u00a016:00\u00a0(Pékin)",
      "Thursday 15\u00a0October 2026, 08:00–10:00\u00a0(Lyon) · 14:00–16:00\u00a0(Beijing)",
      "2026年10月15日星期四 14:00～16:00（北京时间） · 08:00～10:00（里昂时间）",
    ]);
  });

  test("that ends after midnight in China", () => {
    expect(inAll("2026-12-01T15:00:00Z", "2026-12-01T17:00:00Z")).toEqual([
      "mardi 1er\u00a0décembre 2026 de\u00a016:00\u00a0à\u00a018:00\u00a0(Lyon) · du mardi 1er\u00a0décembre à\u00a023:00 au mercredi 2\u00a0décembre à\u00a001:00\u00a0(Pékin)",
      "Tuesday 1\u00a0December 2026, 16:00–18:00\u00a0(Lyon) · Tuesday 1\u00a0December at\u00a023:00 – Wednesday 2\u00a0December at\u00a001:00\u00a0(Beijing)",
      "2026年12月1日星期二 23:00～12月2日星期三 01:00（北京时间） · 12月1日星期二 16:00～18:00（里昂时间）",
    ]);
  });

  test("of several days", () => {
    expect(inAll("2026-11-04T08:00:00Z", "2026-11-06T16:30:00Z")).toEqual([
      "du mercredi 4\u00a0novembre 2026 à\u00a009:00 au vendredi 6\u00a0novembre à\u00a017:30\u00a0(Lyon) · du mercredi 4\u00a0novembre à\u00a016:00 au samedi 7\u00a0novembre à\u00a000:30\u00a0(Pékin)",
      "Wednesday 4\u00a0November 2026 at\u00a009:00 – Friday 6\u00a0November at\u00a017:30\u00a0(Lyon) · Wednesday 4\u00a0November at\u00a016:00 – Saturday 7\u00a0November at\u00a000:30\u00a0(Beijing)",
      "2026年11月4日星期三 16:00～11月7日星期六 00:30（北京时间） · 11月4日星期三 09:00～11月6日星期五 17:30（里昂时间）",
    ]);
  });

  test("over the night in which clocks go back says which of two minutes it means", () => {
    expect(inAll("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")).toEqual([
      "dimanche 25\u00a0octobre 2026 de\u00a002:30 UTC+2\u00a0à\u00a002:30 UTC+1\u00a0(Lyon) · de\u00a008:30\u00a0à\u00a009:30\u00a0(Pékin)",
      "Sunday 25\u00a0October 2026, 02:30 UTC+2–02:30 UTC+1\u00a0(Lyon) · 08:30–09:30\u00a0(Beijing)",
      "2026年10月25日星期日 08:30～09:30（北京时间） · 02:30 UTC+2～02:30 UTC+1（里昂时间）",
    ]);
  });

  test("over the night in which they go forward", () => {
    expect(formatOnBothClocks("2026-03-28T23:30:00Z", "2026-03-29T01:30:00Z", "fr")).toBe(
      "dimanche 29\u00a0mars 2026 de\u00a000:30\u00a0à\u00a003:30\u00a0(Lyon) · de\u00a007:30\u00a0à\u00a009:30\u00a0(Pékin)",
    );
  });
});

describe("a minute that somebody writes", () => {
  test.each([
    [ZONE.lyon, "2026-12-01 18:00", "2026-12-01T17:00:00.000Z"],
    [ZONE.lyon, "2026-12-01T18:00", "2026-12-01T17:00:00.000Z"],
    [ZONE.beijing, "2026-12-02 01:00", "2026-12-01T17:00:00.000Z"],
    [ZONE.lyon, "2026-03-29 01:59", "2026-03-29T00:59:00.000Z"],
    [ZONE.lyon, "2026-03-29 03:00", "2026-03-29T01:00:00.000Z"],
    [ZONE.lyon, "2026-10-25 01:59", "2026-10-24T23:59:00.000Z"],
    [ZONE.lyon, "2026-10-25 03:00", "2026-10-25T02:00:00.000Z"],
    [ZONE.beijing, "2026-03-29 02:30", "2026-03-28T18:30:00.000Z"],
  ])("by the clocks of %s, %s is %s", (zone, written, at) => {
    expect(readMinute(zone, written)).toEqual({ at: new Date(at) });
  });

  test.each([
    ["2026-03-29 02:00", "minuteSkipped"],
    ["2026-03-29 02:30", "minuteSkipped"],
    ["2026-10-25 02:00", "minuteTwice"],
    ["2026-10-25 02:59", "minuteTwice"],
    ["2026-02-30 10:00", "notADate"],
    ["2026-12-01 24:00", "notADate"],
    ["2026-12-01 18:00:00", "notADate"],
    ["1\u00a0décembre", "notADate"],
    ["", "notADate"],
  ])("%s means none in Lyon: %s", (written, fault) => {
    expect(readMinute(ZONE.lyon, written)).toEqual({ fault });
  });

  test("each instant of two nights of change is one of those that its minute has", () => {
    for (const night of ["2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z"]) {
      const from = Date.parse(night);
      const words = new Set<string>();
      for (let at = from; at < from + 3 * 3_600_000; at += 60_000) {
        words.add(formatOnBothClocks(new Date(at), null, "fr").split(" · ")[0] ?? "");
      }
      expect(words.size).toBe(180);
    }
  });
});
