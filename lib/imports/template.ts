import writeXlsxFile from "write-excel-file/node";
import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { writeCsv } from "@/lib/core/text/csv";
import { IMPORT_FIELDS, type ImportField } from "./column-words";

/** A file to fill in: the headings alone, or with two people as an example. */
export type TemplateAsked = { locale: Locale; kind: FileKind; hasExample: boolean };

/** What a file says of a person, in the words of its language; days `YYYY-MM-DD`. */
export type FilePerson = Record<ImportField, string>;

export const FILE_KINDS = ["csv", "xlsx"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Of a column, in characters. */
const WIDTH = 24;

/** Between several choices in one cell. */
export const AND = " / ";

/** The bytes of a file of people to fill in, in the reader's language. */
export function importTemplate({ locale, kind, hasExample }: TemplateAsked): Promise<Buffer> {
  return peopleFile({ locale, kind, people: hasExample ? exampleOf(locale) : [] });
}

/**
 * The bytes of a file of people that `readImportFile` and `guessColumns` understand wholly, in the reader's language: an
 * Excel workbook, or CSV in UTF-8 with a byte order mark, by which Excel knows it. No cell is a formula.
 */
export async function peopleFile(asked: {
  locale: Locale;
  kind: FileKind;
  people: readonly FilePerson[];
}): Promise<Buffer> {
  const { locale, kind, people } = asked;
  const t = getTranslator(locale, "imports");
  const headings = IMPORT_FIELDS.map((field) => t(`fields.${field}`));
  const rows = people.map((person) => IMPORT_FIELDS.map((field) => person[field]));
  if (kind === "csv") {
    return writeCsv([headings, ...rows], locale);
  }
  const asText = (value: string) => ({ value, type: String });
  const head = headings.map((value) => ({ ...asText(value), fontWeight: "bold" as const }));
  const columns = headings.map(() => ({ width: WIDTH }));
  return writeXlsxFile([head, ...rows.map((row) => row.map(asText))], {
    columns,
    stickyRowsCount: 1,
  }).toBuffer();
}

/** One name written in both scripts, one in Latin letters alone; both are of the demo club. */
function exampleOf(locale: Locale): FilePerson[] {
  const t = getTranslator(locale, "imports");
  const shared = {
    jobTitle: t("example.jobTitle"),
    category: referenceLabel("membershipCategories", "active", locale),
    duesPaidUntil: "2026-12-31",
  };
  const list = (name: "sectors" | "cities", ...slugs: string[]) =>
    slugs.map((slug) => referenceLabel(name, slug, locale)).join(AND);
  return [
    {
      ...shared,
      familyName: "Vernoux",
      givenName: "Agathe",
      nameZh: "阿加特·韦尔努",
      email: "agathe.vernoux@example.org",
      organisation: "Soierie Montbrelant",
      sectors: list("sectors", "silk-luxury-fashion", "technical-textiles"),
      cities: list("cities", "shanghai", "guangzhou"),
      joinedOn: "2014-11-20",
      locale: referenceLabel("languages", "fr", locale),
    },
    {
      ...shared,
      familyName: "Wu",
      givenName: "Jialing",
      nameZh: "吴佳绫",
      email: "jialing.wu@example.org",
      organisation: "粤海贸易有限公司",
      sectors: list("sectors", "retail-ecommerce"),
      cities: list("cities", "shenzhen"),
      joinedOn: "2019-03-05",
      locale: referenceLabel("languages", "zh", locale),
    },
  ];
}
