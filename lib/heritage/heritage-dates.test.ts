import { expect, test } from "vitest";
import { decadeOf, decadeWords, formatHeritageDate } from "./heritage-dates";
import type { Precision } from "./heritage-item";

const date = (start: string, end: string | null, precision: Precision) => ({
  start,
  end,
  precision,
});

test.each([
  [date("1501", "1600", "century"), "XVIe siècle", "16th century", "16世纪"],
  [date("1921", "1946", "year-range"), "1921–1946", "1921–1946", "1921—1946年"],
  [date("1921", null, "year"), "1921", "1921", "1921年"],
  [date("1986", null, "approximate"), "vers 1986", "c. 1986", "1986年前后"],
  [date("2014-11", null, "month"), "novembre 2014", "November 2014", "2014年11月"],
  [date("2015-01-01", null, "day"), "1er\u00a0janvier 2015", "1\u00a0January 2015", "2015年1月1日"],
  [
    date("1988-01-19", null, "day"),
    "19\u00a0janvier 1988",
    "19\u00a0January 1988",
    "1988年1月19日",
  ],
  [date("1001", "1100", "century"), "XIe siècle", "11th century", "11世纪"],
  [date("1401", "1500", "century"), "XVe siècle", "15th century", "15世纪"],
  [date("1901", "2000", "century"), "XXe siècle", "20th century", "20世纪"],
  [date("2001", "2100", "century"), "XXIe siècle", "21st century", "21世纪"],
  [date("2014", "2014-11", "year-range"), "2014", "2014", "2014年"],
  [date("1921", "1925", "approximate"), "vers 1921–1925", "c. 1921–1925", "1921—1925年前后"],
  [
    date("2014-11", "2015-03", "month"),
    ...["novembre 2014 – mars 2015", "November 2014 – March 2015", "2014年11月～2015年3月"],
  ],
  [
    date("2014-03-25", "2014-11", "day"),
    ...[
      "25\u00a0mars 2014 – novembre 2014",
      "25\u00a0March 2014 – November 2014",
      "2014年3月25日～2014年11月",
    ],
  ],
] as [ReturnType<typeof date>, string, string, string][])("%j", (value, fr, en, zh) => {
  expect(formatHeritageDate(value, "fr")).toBe(fr);
  expect(formatHeritageDate(value, "en")).toBe(en);
  expect(formatHeritageDate(value, "zh")).toBe(zh);
});

test("a stay of a few days names its month once", () => {
  const visit = date("2014-03-25", "2014-03-26", "day");
  expect(formatHeritageDate(visit, "fr")).toBe("25 et 26\u00a0mars 2014");
  expect(formatHeritageDate(visit, "en")).toBe("25–26\u00a0March 2014");
  expect(formatHeritageDate(visit, "zh")).toBe("2014年3月25日～26日");
});

test.each([
  [date("1501", "1600", "century"), "XVIe siècle", "16th century", "16世纪"],
  [date("1921", "1946", "year-range"), "Années 1920", "1920s", "1920年代"],
  [date("2009-12-02", null, "day"), "Années 2000", "2000s", "2000年代"],
])("%j is folded away with its decade", (value, fr, en, zh) => {
  const words = (locale: "fr" | "en" | "zh") => decadeWords(decadeOf(value), locale);
  expect([words("fr"), words("en"), words("zh")]).toEqual([fr, en, zh]);
});
