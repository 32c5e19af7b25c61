import {
  TRANSLATION_ORIGINS,
  type TranslationOrigin,
  VISIBILITIES,
  type Visibility,
} from "./enums";

/** An entry's text by language, as stored. */
export type StoredText = { fr?: string; en?: string; zh?: string };

/** Where one translation comes from: `by` is an account; a machine's words never count as reviewed. */
export type StoredStamp = { origin: TranslationOrigin; by: string; isReviewed: boolean };

/** Readers of what jsonb columns hold, whenever it was stored: what they do not understand is left out. */

/** A text by language: `{fr: "Soie"}`. */
export function readText(stored: unknown): StoredText {
  const { fr, en, zh } = readRecord(stored, isString);
  return { ...(fr && { fr }), ...(en && { en }), ...(zh && { zh }) };
}

/** Texts by name: `{title: {fr: "Soie"}}`. */
export const readTexts = (stored: unknown): Record<string, StoredText> =>
  mapValues(readRecord(stored, isRecord), readText);

/** The languages of each text that are older than its original: `{summary: ["en"]}`. */
export const readMarks = (stored: unknown): Record<string, string[]> =>
  mapValues(readRecord(stored, Array.isArray), (languages) => languages.filter(isString));

/** Where the translations of each text come from: `{summary: {en: {origin: "person", by: "…", isReviewed: true}}}`. */
export const readStamps = (stored: unknown): Record<string, Record<string, StoredStamp>> =>
  mapValues(readRecord(stored, isRecord), (byLanguage) => readRecord(byLanguage, isStamp));

/** Where something is told: `opened` is the day on which somebody last read it there, `""` where nobody did. */
export type StoredSource = { title: string; url: string; opened: string };

/** Sources without a title or an address are left out; what was stored before `opened` existed gets `""`. */
export const readSources = (stored: unknown): StoredSource[] =>
  (Array.isArray(stored) ? stored : []).flatMap((one) => {
    const { title, url, opened = "" } = readRecord(one, isString);
    return title && url ? [{ title, url, opened }] : [];
  });

/** Who sees each field of a member. */
export const readVisibility = (stored: unknown) =>
  readRecord(stored, (value): value is Visibility => VISIBILITIES.includes(value as Visibility));

/** Numbers by name. */
export const readCounts = (stored: unknown) =>
  readRecord(stored, (value): value is number => typeof value === "number");

/** Words one after the other. */
export const readNames = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter(isString) : [];

/** A table as an import read it: `encoding` and `separator` of CSV alone. */
export type StoredSheet = {
  kind: "csv" | "xlsx";
  encoding: string | null;
  separator: string | null;
  columns: string[];
  rows: { number: number; cells: string[] }[];
};

/** What is missing is filled in: a CSV without encoding, separator, columns or rows. */
export function readSheet(stored: unknown): StoredSheet {
  const { kind, encoding, separator, columns, rows } = (
    isRecord(stored) ? stored : {}
  ) as Partial<StoredSheet>;
  return {
    kind: kind === "xlsx" ? "xlsx" : "csv",
    encoding: encoding ?? null,
    separator: separator ?? null,
    columns: readNames(columns),
    rows: Array.isArray(rows) ? rows : [],
  };
}

/** What an import made, by keys, and which empty fields of people already there it filled. */
export type StoredBrought = {
  organisations: string[];
  people: { row: number; accountId: string; memberId: string; organisationId: string | null }[];
  joined: {
    row: number;
    memberId: string;
    filled: string[];
    organisationId: string | null;
    version: number;
    /** When the member was changed before, and when they were filled in, as text; an import of before knew the first alone. */
    updatedAt: string;
    filledAt?: string;
  }[];
};

/** Lists that are missing are empty: an import that has brought nothing yet has none. */
export function readBrought(stored: unknown): StoredBrought {
  const { organisations, people, joined } = (
    isRecord(stored) ? stored : {}
  ) as Partial<StoredBrought>;
  return {
    organisations: readNames(organisations),
    people: Array.isArray(people) ? people : [],
    joined: Array.isArray(joined) ? joined : [],
  };
}

/** What a document about dues says, as it was on the day. Texts are `""` where the settings or the person say nothing. */
export type StoredDuesSnapshot = {
  issuer: Record<"name" | "legalForm" | "registration" | "address" | "vat" | "payment", string>;
  to: Record<"name" | "organisation" | "address" | "email", string>;
  /** Names of who is covered. */
  covers: string[];
};

/** What is missing or no text becomes `""`, and nobody is covered where no names are stored. */
export function readDuesSnapshot(stored: unknown): StoredDuesSnapshot {
  const { issuer, to, covers } = isRecord(stored) ? stored : {};
  const [club, payer] = [readWords(issuer), readWords(to)];
  const { name = "", legalForm = "", registration = "", address = "", vat = "" } = club;
  return {
    issuer: { name, legalForm, registration, address, vat, payment: club.payment ?? "" },
    to: {
      name: payer.name ?? "",
      organisation: payer.organisation ?? "",
      address: payer.address ?? "",
      email: payer.email ?? "",
    },
    covers: readNames(covers),
  };
}

/** Words by name. */
export const readWords = (stored: unknown) => readRecord(stored, isString);

/** What a form was answered: words by name, and the fields that it goes on from (`kept`). */
export function readOutcome(stored: unknown) {
  const { kept } = readRecord(stored, isRecord);
  return { ...readWords(stored), ...(kept && { kept: readFacts(kept) }) };
}

/** What an event says beside its name. */
export const readFacts = (stored: unknown) =>
  readRecord(stored, (value): value is string | number | boolean | null => !isObject(value));

/** Whether a row, as it was read, holds these values of its columns already. */
export const holds = (row: object, values: object): boolean =>
  Object.entries(values).every(
    ([name, value]) =>
      JSON.stringify(value) === JSON.stringify((row as Record<string, unknown>)[name]),
  );

const isString = (value: unknown): value is string => typeof value === "string";
const isObject = (value: unknown) => typeof value === "object" && value !== null;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && !Array.isArray(value);

function isStamp(value: unknown): value is StoredStamp {
  if (!isRecord(value)) return false;
  const { origin, by, isReviewed } = value;
  const isKnown = TRANSLATION_ORIGINS.includes(origin as TranslationOrigin);
  return isKnown && isString(by) && typeof isReviewed === "boolean";
}

function readRecord<Value>(
  stored: unknown,
  isValue: (value: unknown) => value is Value,
): Record<string, Value> {
  const entries = Object.entries(isRecord(stored) ? stored : {});
  return Object.fromEntries(entries.filter((one): one is [string, Value] => isValue(one[1])));
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
