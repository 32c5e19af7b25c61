import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { dayOfSerial, isDayFormat } from "./cell-dates";
import { IMPORT_MOST } from "./import-file";
import { madeRow, madeWorkbook } from "./made-workbook";
import { readImportFile } from "./read-file";

const HEAD = madeRow(1, "Nom", "Valeur");

const cellOf = (cell: string, more: Partial<Parameters<typeof madeWorkbook>[0]> = {}) =>
  readImportFile(madeWorkbook({ sheet: HEAD + madeRow(2, "a", cell), ...more })).rows[0]?.cells[1];

const codeOf = (bytes: Buffer) => {
  try {
    readImportFile(bytes);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return null;
};

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';

describe("a cell of an Excel file", () => {
  test.each([
    ["a shared text", '<c t="s"><v>1</v></c>', "Rhône & Saône"],
    ["runs, without how they are read", '<c t="s"><v>0</v></c>', "吴佳绫"],
    ["a number", "<c><v>33639980012</v></c>", "33639980012"],
    ["a number in short", "<c><v>3.3639980012E10</v></c>", "33639980012"],
    ["what a formula gave", '<c t="str"><f>A2&amp;"x"</f><v>Dupont</v></c>', "Dupont"],
    ["yes", '<c t="b"><v>1</v></c>', "TRUE"],
    ["a failed formula", '<c t="e"><v>#N/A</v></c>', "#N/A"],
    ["a day", '<c s="1"><v>46086</v></c>', "2026-03-05"],
    ["a day with its time, as China writes it", '<c s="2"><v>46086.75</v></c>', "2026-03-05"],
    ["a day of strict files", '<c t="d"><v>2026-03-05T00:00:00</v></c>', "2026-03-05"],
    ["a prefix", '<x:c t="inlineStr"><x:is><x:t>Wu</x:t></x:is></x:c>', ""],
    ["CDATA", '<c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>', "a<b"],
    [
      "a sign as Excel escapes it",
      '<c t="str"><v>a_x000D_\nb_x005F_x000D_</v></c>',
      "a\r\nb_x000D_",
    ],
    ["a rare character by its number", '<c t="str"><v>&#x20BB7;&#134071;野</v></c>', "𠮷𠮷野"],
    [
      "half a character, and none",
      '<c t="str"><v>a&#xD842;b&#0;c\0</v></c>',
      "a\ufffdb\ufffdc\ufffd",
    ],
    ["an entity of its own", '<c t="inlineStr"><is><t>&lol;</t></is></c>', "&lol;"],
  ])("%s", (_, cell, text) => {
    const shared =
      "<si><r><t>吴</t></r><r><t>佳绫</t></r><rPh><t>ご</t></rPh></si><si><t>Rhône &amp; Saône</t></si>";
    const sheet = cell.startsWith("<x:")
      ? `${HEAD}<x:row r="2"><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>${cell}</x:row>`
      : undefined;
    const expected = sheet ? "Wu" : text;
    expect(cellOf(cell, { shared, styles: STYLES, ...(sheet ? { sheet } : {}) })).toBe(expected);
  });

  test("a day counted from 1904", () => {
    const book = '<workbookPr date1904="1"/>';
    expect(cellOf('<c s="1"><v>44624</v></c>', { styles: STYLES, book })).toBe("2026-03-05");
  });

  test("stands in a row of its own, whatever number that has", () => {
    const numbers = ["7", "7", "-4", "2.5", "1e999"];
    const sheet = HEAD + numbers.map((it) => madeRow(2, "a").replace('"2"', `"${it}"`)).join("");
    const { rows } = readImportFile(madeWorkbook({ sheet }));
    expect(rows.map(({ number }) => number)).toEqual([7, 8, 9, 10, 11]);
  });

  test("stands in the column that its place names", () => {
    const row = '<row r="4"><c r="C4"><v>7</v></c></row>';
    const { rows } = readImportFile(
      madeWorkbook({ sheet: HEAD.replace("</row>", '<c r="C1"><v>3</v></c></row>') + row }),
    );
    expect(rows).toEqual([{ number: 4, cells: ["", "", "7"] }]);
  });
});

test.each([
  [14, undefined, true],
  [2, undefined, false],
  [57, undefined, true],
  [164, "dd/mm/yyyy", true],
  [164, "[$-804]yyyy/m/d", true],
  [164, "[Red]0.00", false],
  [164, '0 "day"', false],
  [164, "\\d0", false],
  [164, "[h]:mm:ss", false],
])("format %i %s shows a day: %s", (id, code, isDay) => {
  expect(isDayFormat(id, code)).toBe(isDay);
});

test.each([
  [1, "1900-01-01"],
  [59, "1900-02-28"],
  [61, "1900-03-01"],
  [36_526, "2000-01-01"],
  [0.5, null],
  [Number.NaN, null],
  [2_958_466, null],
])("serial %d is %s", (serial, day) => expect(dayOfSerial(serial, false)).toBe(day));

describe("an Excel file is refused in words", () => {
  const zip = (parts: Record<string, string>) =>
    Buffer.from(
      zipSync(
        Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
      ),
    );

  test("before it is unpacked, where it would be 64 MB", () => {
    const bomb = madeWorkbook({
      sheet: HEAD,
      also: { "xl/media/a": new Uint8Array(64 * 1024 ** 2) },
    });
    expect(bomb.length).toBeLessThan(100_000);
    // Unpacking any of it would find it damaged.
    bomb.fill(0xff, 45, 100);
    expect(codeOf(bomb)).toBe("importUnpacksTooLarge");
  });

  test("where it holds more than it says", () => {
    const sheet = HEAD + madeRow(2, "a", "b".repeat(2_000_000));
    const bytes = madeWorkbook({ sheet });
    const name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
    bytes.writeUInt32LE(1000, name - 46 + 24);
    expect(codeOf(bytes)).toBe("importUnpacksTooLarge");
  });

  test.each([
    ["no workbook", zip({ "word/document.xml": "<a/>" }), "importNotATable"],
    ["no sheet", zip({ "xl/workbook.xml": "<workbook/>" }), "fileUnreadable"],
    ["broken XML", madeWorkbook({ sheet: "<row><c></row" }), "fileUnreadable"],
    ["cut", madeWorkbook({ sheet: HEAD }).subarray(0, 900), "fileUnreadable"],
    ["nobody", madeWorkbook({ sheet: HEAD }), "importEmpty"],
    [
      "a cell at the end of the world",
      madeWorkbook({ sheet: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
      "importTooManyColumns",
    ],
  ])("%s", (_, bytes, code) => expect(codeOf(bytes)).toBe(code));

  test("where an entry is encrypted", () => {
    const bytes = madeWorkbook({ sheet: HEAD });
    const name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
    bytes.writeUInt16LE(1, name - 46 + 8);
    expect(codeOf(bytes)).toBe("fileUnreadable");
  });

  test("where it has a row too many, without going on", () => {
    const sheet = Array.from({ length: IMPORT_MOST.rows + 2 }, (_, index) =>
      madeRow(index + 1, "a", "b"),
    );
    expect(codeOf(madeWorkbook({ sheet: sheet.join("") }))).toBe("importTooManyRows");
    expect(codeOf(madeWorkbook({ sheet: sheet.slice(1).join("") }))).toBeNull();
  });
});
