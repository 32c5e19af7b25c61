import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { checkRows } from "./check-rows";
import { IMPORT_FIELDS } from "./column-words";
import { guessColumns } from "./columns";
import { readImportFile } from "./read-file";
import { importTemplate } from "./template";

const CASES = LOCALES.flatMap((locale) =>
  (["csv", "xlsx"] as const).map((kind) => ({ locale, kind })),
);
const EVERY = Object.fromEntries(IMPORT_FIELDS.map((field, index) => [field, index]));

test.each(CASES)(
  "the example in $locale as $kind is understood wholly",
  async ({ locale, kind }) => {
    const file = readImportFile(await importTemplate({ locale, kind, hasExample: true }));
    expect(guessColumns(file.columns)).toEqual({ mapping: EVERY, ignored: [], left: [] });
    const { people, faults } = checkRows(file, EVERY, { locale: "en" });
    expect(faults).toEqual([]);
    expect(people.map(({ person }) => person)).toMatchObject([
      {
        familyName: "Vernoux",
        nameZh: "阿加特·韦尔努",
        sectors: ["silk-luxury-fashion", "technical-textiles"],
        cities: ["shanghai", "guangzhou"],
        joinedOn: "2014-11-20",
        category: "active",
        locale: "fr",
        duesPaidUntil: "2026-12-31",
      },
      {
        familyName: "Wu",
        nameZh: "吴佳绫",
        isNameProposed: false,
        locale: "zh",
        cities: ["shenzhen"],
      },
    ]);
  },
);

test.each(CASES)(
  "the template in $locale as $kind holds headings alone",
  async ({ locale, kind }) => {
    const bytes = await importTemplate({ locale, kind, hasExample: false });
    expect(() => readImportFile(bytes)).toThrow("importEmpty");
    if (kind === "csv") expect(bytes.subarray(0, 3).toString("hex")).toBe("efbbbf");
  },
);
