import { describe, expect, test } from "vitest";
import { warnOn } from "./date-notes";
import { LOCALES } from "./i18n/locales";

const waits =
  "China’s public holidays for 2027 haven’t been published yet. Check this date again once they have.";

describe("a date that somebody proposes", () => {
  test.each([
    [
      "2026-10-01",
      ["1–7\u00a0October 2026 are public holidays in China: National Day (Golden Week)."],
    ],
    ["2026-07-14", ["14\u00a0July 2026 is a public holiday in France: National Day."]],
    [
      "2026-05-01",
      [
        "1\u00a0May 2026 is a public holiday in France: Labour Day.",
        "1–5\u00a0May 2026 are public holidays in China: Labour Day.",
      ],
    ],
    ["2026-02-14", []],
    ["2026-10-10", []],
    ["2026-11-28", []],
    ["2026-12-01", []],
  ])("on %s warns of what is closed", (day, warnings) => {
    expect(warnOn(day, "en").warnings).toEqual(warnings);
  });

  test("a make-up Saturday is said to be worked, and does not warn", () => {
    expect(warnOn("2026-10-10", "en")).toEqual({
      warnings: [],
      notes: [
        "10\u00a0October 2026 is a working day in China, to make up for a public holiday: National Day (Golden Week).",
      ],
    });
  });

  test("in 2027, which China has not published, warns as the law has it and says so", () => {
    expect(warnOn("2027-10-01", "en")).toEqual({
      warnings: ["1–3\u00a0October 2027 are public holidays in China: National Day (Golden Week)."],
      notes: [waits],
    });
    expect(warnOn("2027-10-04", "en")).toEqual({ warnings: [], notes: [waits] });
    expect(warnOn("2027-07-14", "en").warnings).toHaveLength(1);
  });

  test("so does a year of which nothing is written down, and one gone by is not waited for", () => {
    expect(warnOn("2031-10-02", "en").warnings).toHaveLength(1);
    expect(warnOn("2031-07-14", "en").notes).toHaveLength(1);
    expect(warnOn("2025-06-03", "en")).toEqual({ warnings: [], notes: [] });
  });

  test("may be several days, over the year's end too", () => {
    expect(warnOn("2026-10-07", "en", "2026-10-12")).toMatchObject({
      warnings: [expect.stringContaining("1–7\u00a0October")],
      notes: [expect.stringContaining("10\u00a0October")],
    });
    expect(warnOn("2026-12-24", "en", "2027-01-02")).toEqual({
      warnings: [
        "25\u00a0December 2026 is a public holiday in France: Christmas Day.",
        "1\u00a0January 2027 is a public holiday in France: New Year’s Day.",
        "1\u00a0January 2027 is a public holiday in China: New Year’s Day.",
      ],
      notes: [waits],
    });
  });

  test("is said in three languages", () => {
    expect(LOCALES.map((locale) => warnOn("2026-10-01", locale).warnings)).toEqual([
      [
        "Fête nationale (semaine d’or), jours fériés en Chine\u00a0: du 1er au 7\u00a0octobre 2026.",
      ],
      ["1–7\u00a0October 2026 are public holidays in China: National Day (Golden Week)."],
      ["中国2026年10月1日～7日放假：国庆节（黄金周）。"],
    ]);
    expect(LOCALES.map((locale) => warnOn("2027-07-14", locale))).toEqual([
      {
        warnings: ["Le 14\u00a0juillet 2027 est férié en France\u00a0: Fête nationale."],
        notes: [
          "La Chine n’a pas encore publié ses jours fériés de 2027\u00a0: vérifiez cette date à leur parution.",
        ],
      },
      {
        warnings: ["14\u00a0July 2027 is a public holiday in France: National Day."],
        notes: [waits],
      },
      {
        warnings: ["法国2027年7月14日放假：法国国庆日。"],
        notes: ["中国2027年的放假安排尚未公布，公布后请再确认这个日期。"],
      },
    ]);
  });
});
