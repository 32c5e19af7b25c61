import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { IMPORT_MOST } from "./import-file";
import { readImportFile } from "./read-file";

const LATIN = "Nom;Prénom;E-mail\r\nLefèvre;Zoé;zoe@example.org\r\n";
const CHINESE = "姓名,公司,邮箱\n吴佳绫,里昂丝绸有限公司,wu@example.org\n";
/** The same as GB 18030 writes it. */
const CHINESE_BYTES = Buffer.from(
  "d0d5c3fb2cb9abcbbe2cd3cacfe40acee2bcd1e7b12cc0efb0bacbbfb3f1d3d0cfdeb9abcbbe2c7775406578616d706c652e6f72670a",
  "hex",
);

const refusal = (bytes: Buffer | string) => {
  try {
    readImportFile(Buffer.from(bytes as string));
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, field: error.field, ...error.values };
    throw error;
  }
  return null;
};

describe("a CSV file", () => {
  test("reads the signs of Windows-1252 that Latin-1 lacks", () => {
    const bytes = Buffer.from("Nom;E-mail\nO\x92Br\x9cuf \x80 \x85;a@example.org\n", "latin1");
    const { encoding, rows } = readImportFile(bytes);
    expect([encoding, rows[0]?.cells[0]]).toEqual(["windows-1252", "O’Brœuf € …"]);
  });

  test.each([
    ["UTF-8", Buffer.from(LATIN)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${LATIN}`)],
    ["Windows-1252", Buffer.from(LATIN, "latin1")],
    ["UTF-8 with the lines of an old Macintosh", Buffer.from(LATIN.replaceAll("\r\n", "\r"))],
    ["Unicode text of Excel", Buffer.from(`\ufeff${LATIN}`, "utf16le")],
  ])("is read in %s", (_, bytes) => {
    expect(readImportFile(bytes)).toMatchObject({
      kind: "csv",
      separator: ";",
      columns: ["Nom", "Prénom", "E-mail"],
      rows: [{ number: 2, cells: ["Lefèvre", "Zoé", "zoe@example.org"] }],
    });
  });

  test("says the encoding that it guessed", () => {
    const guessed = [Buffer.from(LATIN), Buffer.from(LATIN, "latin1"), CHINESE_BYTES];
    expect(guessed.map((bytes) => readImportFile(bytes).encoding)).toEqual([
      "utf-8",
      "windows-1252",
      "gb18030",
    ]);
  });

  test("in Chinese is read alike in GB 18030 and UTF-8", () => {
    const [old, now] = [CHINESE_BYTES, Buffer.from(CHINESE)].map((bytes) => readImportFile(bytes));
    expect(old?.columns).toEqual(["姓名", "公司", "邮箱"]);
    expect(old?.rows).toEqual(now?.rows);
  });

  test("is read as the team asks", () => {
    const bytes = Buffer.from("Nom|a,b;Prénom\nLefèvre;Zoé,c\n", "latin1");
    expect(readImportFile(bytes, { separator: "," }).columns).toEqual(["Nom|a", "b;Prénom"]);
    expect(readImportFile(bytes, { encoding: "gb18030" }).columns).not.toContain("Prénom");
  });

  test.each([
    [",", "Name,Job\nWu,a;b;c\n"],
    [";", "Nom;Poste\nWu;a, b, c, d\n"],
    ["\t", "Nom, prénom\tPoste\tVille\nWu, J\ta\tb\n"],
    [";", '"Nom, prénom, titre";Poste\n"a, b";c\n'],
    [";", "sep=;\nNom;Poste, ville, rue\nWu;a\n"],
    [",", "Nom\nWu\n"],
  ])("has its separator guessed: %j", (separator, text) => {
    expect(readImportFile(Buffer.from(text)).separator).toBe(separator);
  });

  test("keeps the numbers that a spreadsheet shows, and leaves empty rows out", () => {
    const text = 'Nom,Ville\n\n"Wu\nJialing",Lyon\n , \nLi,"""Rhône"""\nOu,Le "Lion" d’or\n';
    expect(readImportFile(Buffer.from(text)).rows).toEqual([
      { number: 3, cells: ["Wu\nJialing", "Lyon"] },
      { number: 5, cells: ["Li", '"Rhône"'] },
      { number: 6, cells: ["Ou", 'Le "Lion" d’or'] },
    ]);
    expect(readImportFile(Buffer.from("sep=;\nNom;Ville\nWu;Lyon")).rows[0]?.number).toBe(3);
  });

  test("may have a title above its headings and empty columns behind them", () => {
    const read = readImportFile(Buffer.from("Membres 2026;;;\nNom;Ville;;\nWu;Lyon;;\n"));
    expect(read.columns).toEqual(["Nom", "Ville"]);
    expect(read.rows).toMatchObject([{ number: 3 }]);
  });
});

describe("a file is refused in words", () => {
  const rows = (count: number, row = "a,b\n") => `Nom,Ville\n${row.repeat(count)}`;
  test.each<[string, Buffer | string, string]>([
    ["empty", "", "importEmpty"],
    ["11 MB", Buffer.alloc(IMPORT_MOST.bytes + 1, "a"), "fileTooLarge"],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "importOldExcel"],
    ["a PDF", Buffer.from("%PDF-1.7\n\0\0"), "importNotATable"],
    ["a broken archive", Buffer.from("PK\x03\x04 and nothing more"), "fileUnreadable"],
    ["headings alone", "Nom,Ville\n", "importEmpty"],
    ["white space", "\n \n", "importEmpty"],
    ["a row too many", rows(IMPORT_MOST.rows + 1), "importTooManyRows"],
    ["a column too many", rows(1, `${"a,".repeat(100)}a\n`), "importTooManyColumns"],
    ["separators alone", ",".repeat(5000), "importTooManyColumns"],
  ])("%s", (_, bytes, code) => {
    expect(refusal(bytes)).toMatchObject({ code, field: "file" });
  });

  test("with the row, where one is at fault", () => {
    const long = rows(2, `a,${"b".repeat(IMPORT_MOST.cell + 1)}\n`);
    expect(refusal(long)).toMatchObject({ code: "importCellTooLong", row: 2 });
    expect(refusal(rows(3, 'a,"b\n'))).toMatchObject({ code: "importQuoteOpen" });
    expect(refusal(`${rows(3)}a,"b\n`)).toMatchObject({ code: "importQuoteOpen", row: 5 });
  });

  test("with the row whose stray quote would take those below into its cell", () => {
    const text = 'Nom,Remarque\nWu,"bien" vu\nLi,rien\nOu,"encore"\n';
    expect(refusal(text)).toMatchObject({ code: "importQuoteOpen", row: 2 });
    const within = 'Nom,Remarque\nWu,"le "bien" vu"\nLi,"deux\nlignes"\n';
    expect(readImportFile(Buffer.from(within)).rows).toHaveLength(2);
  });

  test("and 10,000 rows are not too many", () => {
    expect(readImportFile(Buffer.from(rows(IMPORT_MOST.rows))).rows).toHaveLength(10_000);
  });
});
