import Papa from "papaparse";
import { expect, test } from "vitest";
import { LOCALES } from "../i18n/locales";
import { withoutEscapes, writeCsv } from "./csv";

const FORMULA = /^\s*[=+\-@＝＋－＠]/;

const CELLS = [
  "=1+1",
  "Director;=HYPERLINK(A1)",
  "a,=1+1",
  "a, +33 4 72",
  "a;\t@SUM(A1)",
  "one\n-2+3",
  "one\r\n;＝1",
];

test.each(LOCALES)("no part of a cell is a formula in any country's spreadsheet (%s)", (locale) => {
  const text = writeCsv([["a", ...CELLS, "b"]], locale)
    .toString("utf8")
    .slice(1);
  for (const delimiter of [",", ";", "\t"]) {
    const cells = Papa.parse<string[]>(text, { delimiter }).data.flat();
    expect(cells.length).toBeGreaterThan(1);
    expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
    // Nor where the quotes of this separator are none of another's.
    for (const piece of text.replaceAll('"', "").split(/[,;\t\r\n]/))
      expect(piece).not.toMatch(FORMULA);
  }
});

test.each(["Director;=A1", "Achats, +33 4", "L'hiver, l'été", "a - b", "x,'", "à ; 'mi-temps'"])(
  "%s is read again as it was written",
  (cell) => {
    const text = writeCsv([["a", cell]], "fr")
      .toString("utf8")
      .slice(1);
    const [row] = Papa.parse<string[]>(text, { delimiter: ";" }).data;
    expect(withoutEscapes(row?.[1] ?? "")).toBe(cell);
  },
);
