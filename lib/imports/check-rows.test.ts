import { describe, expect, test } from "vitest";
import { checkRows } from "./check-rows";
import type { ImportField } from "./column-words";
import type { Mapping } from "./columns";
import type { ImportFile } from "./import-file";

type Cells = Partial<Record<ImportField, string>>;

const PERSON: Cells = {
  familyName: "Lefèvre",
  givenName: "Zoé",
  nameZh: "",
  email: "zoe@example.org",
  organisation: "",
  jobTitle: "",
  sectors: "",
  cities: "",
  joinedOn: "",
  category: "",
  locale: "",
  duesPaidUntil: "",
};
const FIELDS = Object.keys(PERSON) as ImportField[];
const MAPPING: Mapping = Object.fromEntries(FIELDS.map((field, index) => [field, index]));

function fileOf(...people: (Cells | string[])[]): ImportFile {
  const rows = people.map((cells, index) => ({
    number: index + 2,
    cells: Array.isArray(cells)
      ? cells
      : FIELDS.map(
          (field) => ({ ...PERSON, email: `p${index}@example.org`, ...cells })[field] ?? "",
        ),
  }));
  return { kind: "csv", encoding: "utf-8", separator: ",", columns: FIELDS, rows };
}

const check = (...people: (Cells | string[])[]) =>
  checkRows(fileOf(...people), MAPPING, { locale: "fr" });
const personOf = (cells: Cells) => {
  const { people, faults } = check(cells);
  expect(faults).toEqual([]);
  return people[0]?.person;
};
const faultsOf = (cells: Cells) =>
  check(cells).faults.map(({ field, code, values }) => [field, code, values.found]);

test("a row is a person, ready to be written", () => {
  expect(
    personOf({
      nameZh: "左伊",
      email: "Zoe@Example.org",
      organisation: "Soierie Lefèvre",
      jobTitle: "Directrice",
      sectors: "Soie, luxe et mode; logistics、数字技术与软件",
      cities: "Canton, 上海市",
      joinedOn: "05/03/2026",
      category: "Membre d’honneur",
      locale: "English",
      duesPaidUntil: "2026年12月31日",
    }),
  ).toEqual({
    familyName: "Lefèvre",
    givenName: "Zoé",
    nameZh: "左伊",
    isNameProposed: false,
    email: "zoe@example.org",
    organisation: { en: "Soierie Lefèvre" },
    jobTitle: { en: "Directrice" },
    sectors: ["silk-luxury-fashion", "logistics", "digital-software"],
    cities: ["guangzhou", "shanghai"],
    joinedOn: "2026-03-05",
    category: "honorary",
    locale: "en",
    duesPaidUntil: "2026-12-31",
  });
});

test("what a row leaves open is empty, the language that of the import", () => {
  expect(personOf({})).toMatchObject({
    organisation: {},
    jobTitle: {},
    sectors: [],
    joinedOn: null,
    category: null,
    locale: "fr",
  });
});

test("a lone stroke is an empty cell", () => {
  expect(personOf({ jobTitle: "-", cities: "—", joinedOn: "/" })).toEqual(personOf({}));
});

describe("names go into the fields of their script", () => {
  test.each<[string, Cells, object]>([
    [
      "Chinese in the Latin columns moves over",
      { familyName: "吴", givenName: "佳绫" },
      { familyName: "Wu", givenName: "Jialing", nameZh: "吴佳绫", isNameProposed: true },
    ],
    [
      "a Chinese name alone is read in Latin letters",
      { familyName: "", givenName: "", nameZh: "欧阳娜娜" },
      { familyName: "Ouyang", givenName: "Nana", nameZh: "欧阳娜娜", isNameProposed: true },
    ],
    [
      "names with signs of their own",
      { familyName: "O’Brien-Nguyễn", givenName: "Jean d’" },
      { familyName: "O’Brien-Nguyễn", nameZh: "" },
    ],
  ])("%s", (_, cells, names) => expect(personOf(cells)).toMatchObject(names));

  test("a Chinese organisation and position too", () => {
    expect(personOf({ organisation: "粤海贸易有限公司", jobTitle: "经理" })).toMatchObject({
      organisation: { zh: "粤海贸易有限公司" },
      jobTitle: { zh: "经理" },
    });
  });
});

test.each<[string, Cells, ImportField, string]>([
  ["no address", { email: "" }, "email", "required"],
  ["two addresses", { email: "a@b.fr, c@d.fr" }, "email", "notAnEmail"],
  ["a wide @", { email: "a＠b.fr" }, "email", "notAnEmail"],
  ["no given name", { givenName: "" }, "givenName", "required"],
  [
    "a name by sound alone",
    { familyName: "", givenName: "", nameZh: "让·穆兰" },
    "familyName",
    "required",
  ],
  ["Latin as a Chinese name", { nameZh: "Wu Jialing" }, "nameZh", "notAHanName"],
  ["two Chinese names", { familyName: "吴", nameZh: "林美桦" }, "familyName", "latinLetters"],
  ["a formula", { familyName: '=HYPERLINK("https://a.fr","x")' }, "familyName", "importFormula"],
  ["a wide formula", { organisation: "＝1+1" }, "organisation", "importFormula"],
  ["a command", { jobTitle: "@SUM(A1)" }, "jobTitle", "importFormula"],
  ["a failed formula", { organisation: "#N/A" }, "organisation", "importFormula"],
  [
    "a turned reading direction",
    { familyName: "abc\u202egpj" },
    "familyName",
    "importHiddenCharacters",
  ],
  ["a mark before an address", { email: "\u202aa@b.fr" }, "email", "importHiddenCharacters"],
  ["a wrong encoding", { familyName: "Lef\ufffdvre" }, "familyName", "unreadableCharacters"],
  ["a hidden space", { givenName: "Zo\u200bé" }, "givenName", "nameInvisible"],
  ["a Cyrillic letter", { familyName: "Rh\u043ene" }, "familyName", "nameMixed"],
  ["a long name", { familyName: "a".repeat(81) }, "familyName", "tooLong"],
  ["two lines", { familyName: "a\nb" }, "familyName", "oneLine"],
  [
    "an organisation that is an address",
    { organisation: "www.a.fr" },
    "organisation",
    "nameHasAddress",
  ],
  ["31 February", { joinedOn: "31/02/2026" }, "joinedOn", "notADate"],
  ["a year alone", { joinedOn: "2026" }, "joinedOn", "notADate"],
  ["a short year", { duesPaidUntil: "05/03/26" }, "duesPaidUntil", "notADate"],
  ["an unknown sector", { sectors: "Soie, luxe et mode; Alchimie" }, "sectors", "importNotInList"],
  ["an unknown city", { cities: "Atlantis" }, "cities", "importNotInList"],
  ["a language nobody is written to in", { locale: "Deutsch" }, "locale", "importNotInList"],
  ["a category of elsewhere", { category: "VIP" }, "category", "importNotInList"],
])("%s is refused in its cell", (_, cells, field, code) => {
  expect(faultsOf(cells)[0]?.slice(0, 2)).toEqual([field, code]);
});

test("a fault quotes what it means, cut where it is long", () => {
  expect(faultsOf({ sectors: "logistics; Alchimie" })).toEqual([
    ["sectors", "importNotInList", "Alchimie"],
  ]);
  expect(String(faultsOf({ familyName: `=${"a".repeat(90)}` })[0]?.[2])).toHaveLength(41);
});

test("a language that is spoken but not written to is quoted as the file has it", () => {
  for (const locale of ["Cantonais", "粤语", "Mandarin, Cantonais"]) {
    expect(faultsOf({ locale })).toEqual([["locale", "importNotInList", locale]]);
  }
});

test("all cells of a row are told at once, each with its column; other rows go on", () => {
  const { people, faults } = check(
    {},
    { email: "x", joinedOn: "31/02/2026", cities: "?", givenName: "" },
    {},
  );
  expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 1, "required"],
    [3, 3, "notAnEmail"],
    [3, 7, "importNotInList"],
    [3, 8, "notADate"],
  ]);
  expect(people.map(({ row }) => row)).toEqual([2, 4]);
});

test("of two rows with one address the second is at fault", () => {
  const { people, faults } = check({ email: "a@b.fr" }, { email: "A@B.FR" });
  expect(people).toHaveLength(1);
  expect(faults).toMatchObject([
    { row: 3, field: "email", code: "importTwice", values: { row: 2 } },
  ]);
});

test("a row that has slipped is told as a whole", () => {
  const { faults } = check(["Lefèvre", "Zoé"], [...FIELDS.map(() => "a"), "b"]);
  expect(faults.map(({ column, code, values }) => [column, code, values.found])).toEqual([
    [null, "importShortRow", 2],
    [null, "importLongRow", 13],
  ]);
});

describe("dates", () => {
  const daysOf = (...written: string[]) => {
    const { people, dateOrders } = check(...written.map((joinedOn) => ({ joinedOn })));
    return [dateOrders.joinedOn, ...people.map(({ person }) => person.joinedOn)];
  };
  test.each([
    [
      ["2026/3/5", "2026-03-05 00:00:00", "２０２６年３月５日"],
      [null, "2026-03-05", "2026-03-05", "2026-03-05"],
    ],
    [
      ["05/03/2026", "5.3.2026"],
      ["day-first", "2026-03-05", "2026-03-05"],
    ],
    [
      ["3/5/2026", "12/31/2026"],
      ["month-first", "2026-03-05", "2026-12-31"],
    ],
    [
      ["12/31/2026", "31/12/2026"],
      ["day-first", "2026-12-31"],
    ],
  ])("%j", (written, read) => expect(daysOf(...written)).toEqual(read));

  test("are read in the order that the team says", () => {
    const file = fileOf({ joinedOn: "3/5/2026" });
    const asked = { locale: "fr", dateOrder: "month-first" } as const;
    expect(checkRows(file, MAPPING, asked).people[0]?.person.joinedOn).toBe("2026-03-05");
  });
});

test("a file whose columns name nobody is refused at once", () => {
  const check = () => checkRows(fileOf({}), { email: 0 }, { locale: "fr" });
  expect(check).toThrow("importColumnsMissing");
});

describe("a row without a name", () => {
  const nobody = fileOf({ familyName: "", givenName: "–" });
  const askedOf = (...fields: ImportField[]) => {
    const kept = Object.entries(MAPPING).filter(([field]) => fields.includes(field as ImportField));
    const mapping: Mapping = { email: MAPPING.email, ...Object.fromEntries(kept) };
    const { people, faults } = checkRows(nobody, mapping, { locale: "fr" });
    expect(people).toEqual([]);
    return faults.map(({ field, column, code }) => [field, column, code]);
  };

  test("says that either script will do, in each of its cells", () => {
    expect(askedOf("familyName", "givenName", "nameZh")).toEqual([
      ["familyName", 0, "importNameless"],
      ["givenName", 1, "importNameless"],
      ["nameZh", 2, "importNameless"],
    ]);
  });

  test("is mended in the file's own columns", () => {
    expect(askedOf("nameZh")).toEqual([["nameZh", 2, "importNameless"]]);
    expect(askedOf("familyName", "givenName").map(([field]) => field)).toEqual([
      "familyName",
      "givenName",
    ]);
  });
});
