import { describe, expect, test } from "vitest";
import {
  addMonths,
  clockIn,
  formatDay,
  formatDays,
  formatInstant,
  formatPartDay,
  formatTime,
  formatWeekday,
  instantAt,
  isMonday,
  readPartDay,
  readTimeZone,
  today,
  weekdayOf,
} from "./dates";

test("the two clocks: 09:00 in Lyon across the spring change", () => {
  expect(formatInstant("2026-03-28T09:00:00+01:00", "zh")).toContain("16:00");
  expect(formatInstant("2026-03-30T09:00:00+02:00", "zh")).toContain("15:00");
  expect(formatInstant("2026-03-30T09:00:00+02:00", "fr")).toContain("09:00");
});

test("a calendar day has no zone", () => {
  expect(formatDay("2026-12-01", "fr")).toBe("1er\u00a0décembre 2026");
  expect(formatDay("2026-12-01", "zh")).toBe("2026年12月1日");
});

test.each([
  [
    "2018-05-01",
    "2018-05-09",
    "du 1er au 9\u00a0mai 2018",
    "1–9\u00a0May 2018",
    "2018年5月1日～9日",
  ],
  [
    "2014-03-25",
    "2014-03-26",
    "25 et 26\u00a0mars 2014",
    "25–26\u00a0March 2014",
    "2014年3月25日～26日",
  ],
  [
    "2018-04-30",
    "2018-05-02",
    "du 30\u00a0avril au 2\u00a0mai 2018",
    "30\u00a0April – 2\u00a0May 2018",
    "2018年4月30日～5月2日",
  ],
  [
    "2026-12-31",
    "2027-01-01",
    "du 31\u00a0décembre 2026 au 1er\u00a0janvier 2027",
    "31\u00a0December 2026 – 1\u00a0January 2027",
    "2026年12月31日～2027年1月1日",
  ],
  ["2018-05-01", "2018-05-01", "1er\u00a0mai 2018", "1\u00a0May 2018", "2018年5月1日"],
])("%s to %s says once what both share", (from, to, fr, en, zh) => {
  expect(formatDays(from, to, "fr")).toBe(fr);
  expect(formatDays(from, to, "en")).toBe(en);
  expect(formatDays(from, to, "zh")).toBe(zh);
});

test("no line ends between a day and its month; one may before the year", () => {
  expect(formatDay("2026-12-12", "fr")).toBe("12\u00a0décembre 2026");
  expect(formatWeekday("2026-12-12", "en")).toBe("Saturday 12\u00a0December 2026");
  expect(formatInstant("2026-12-12T12:00:00Z", "fr")).toMatch(/^12\u00a0décembre 2026 /u);
});

test("only the first of a month is le 1er", () => {
  expect(formatDay("2026-01-11", "fr")).toBe("11\u00a0janvier 2026");
  expect(formatInstant("2026-01-01T12:00:00Z", "fr")).toMatch(/^1er\u00a0janvier 2026/u);
});

test("a time says by which clock", () => {
  const noon = new Date("2026-12-01T12:02:00Z");
  expect(formatTime(noon, "fr")).toBe("13:02 (heure de Lyon)");
  expect(formatTime(noon, "en")).toBe("13:02 (Lyon time)");
  expect(formatTime(noon, "zh")).toBe("20:02（北京时间）");
  expect(formatInstant(noon, "en")).toMatch(/13:02 \(Lyon time\)$/u);
});

test("today is Lyon's day", () => {
  expect(today(new Date("2026-12-31T23:30:00Z"))).toBe("2027-01-01");
});

describe("a date as far as it is known", () => {
  test.each([
    ["1988", "1988"],
    ["1988-1", "1988-01"],
    ["1988-01-19", "1988-01-19"],
    ["19/1/1988", "1988-01-19"],
    ["01.1988", "1988-01"],
    ["1988年1月19日", "1988-01-19"],
    ["１９８８年１月", "1988-01"],
    ["1988年", "1988"],
    ["about 1921", null],
    ["vers 1921", null],
    ["约1921年", null],
    ["1988-13", null],
    ["30/02/1988", null],
    ["1536", "1536"],
    ["", null],
    ["1".repeat(10_000), null],
  ])("%s", (written, read) => expect(readPartDay(written)).toBe(read));

  test.each([
    ["1988", "1988", "1988年"],
    ["1988-01", "janvier 1988", "1988年1月"],
    ["1988-01-19", "19\u00a0janvier 1988", "1988年1月19日"],
  ])("%s in words", (day, fr, zh) => {
    expect(formatPartDay(day, "fr")).toBe(fr);
    expect(formatPartDay(day, "zh")).toBe(zh);
  });
});

test.each([
  ["Europe/Paris", "2026-10-25T00:59:00Z", "2026-10-25", 2],
  ["Europe/Paris", "2026-10-25T01:00:00Z", "2026-10-25", 2],
  ["Europe/Paris", "2026-10-25T07:00:00Z", "2026-10-25", 8],
  ["Europe/Paris", "2026-10-26T07:00:00Z", "2026-10-26", 8],
  ["Europe/Paris", "2027-03-28T01:00:00Z", "2027-03-28", 3],
  ["Europe/Paris", "2027-03-29T06:00:00Z", "2027-03-29", 8],
  ["Asia/Shanghai", "2026-10-25T16:00:00Z", "2026-10-26", 0],
  ["Asia/Shanghai", "2027-03-29T00:00:00Z", "2027-03-29", 8],
])("the clocks of %s at %s show %s, %i", (timeZone, now, day, hour) => {
  expect(clockIn(timeZone, new Date(now))).toEqual({ day, hour });
});

test.each([
  ["Europe/Paris", "2026-10-24 08:00", "2026-10-24T06:00:00.000Z"],
  ["Europe/Paris", "2026-10-25 08:00", "2026-10-25T07:00:00.000Z"],
  ["Europe/Paris", "2027-03-28 08:00", "2027-03-28T06:00:00.000Z"],
  ["Asia/Shanghai", "2027-03-28 08:00", "2027-03-28T00:00:00.000Z"],
  ["America/Los_Angeles", "2026-11-01 08:00", "2026-11-01T16:00:00.000Z"],
  ["America/Los_Angeles", "2027-03-14 08:00", "2027-03-14T15:00:00.000Z"],
  ["Australia/Lord_Howe", "2026-10-04 08:00", "2026-10-03T21:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-11-27 08:00", "2026-11-26T18:00:00.000Z"],
  ["Asia/Katmandu", "2026-11-27 08:00", "2026-11-27T02:15:00.000Z"],
])("the clocks of %s show %s at %s", (timeZone, minute, at) => {
  expect(instantAt(timeZone, minute).toISOString()).toBe(at);
});

test("a zone is one that Intl knows, by the name it gives it", () => {
  expect(["europe/paris", "Asia/Chongqing"].map(readTimeZone)).toEqual([
    "Europe/Paris",
    "Asia/Shanghai",
  ]);
  for (const no of ["Mars/Olympus", "+02:00", "", "Lyon", "Europe/Paris "])
    expect(readTimeZone(no)).toBeNull();
  expect(["2026-10-26", "2026-10-25"].map(isMonday)).toEqual([true, false]);
  expect(["2026-10-26", "2026-10-27", "2026-10-25"].map(weekdayOf)).toEqual([0, 1, 6]);
});

test.each([
  ["2026-11-25", "2025-11-25"],
  ["2026-03-01", "2025-03-01"],
  ["2025-02-28", "2024-02-28"],
  ["2025-03-01", "2024-03-01"],
  ["2028-02-29", "2027-02-28"],
  ["2104-02-29", "2103-02-28"],
  ["2027-01-01", "2026-01-01"],
])("twelve months before %s is %s", (day, before) => {
  expect(addMonths(day, -12)).toBe(before);
});
