import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import {
  byPerson,
  type Provenance,
  provenanceAfter,
  type TranslationStamp,
} from "@/lib/core/i18n/provenance";
import { type StaleMarks, staleAfter } from "@/lib/core/i18n/staleness";
import { type ContentOf, type Description, fieldsLike, type NameOf, textsIn } from "./description";

/** What the owner of a published entry sets at once, without the club team reading it first. */
export type SettingOf<D> = NameOf<D, { isSetting: true }>;

/** A save of a part: `confirmed` names translations that are still right, `stamp` who made those that change. */
export type ContentSave<Content> = {
  content: Partial<Content>;
  confirmed?: readonly string[];
  stamp?: TranslationStamp;
};

/** The texts of an entry by name, whatever its kind. */
export type Texts = Record<string, LocalizedText> & {
  originalLocale: Locale;
  provenance?: Provenance;
};

/** The content of a row that holds more. */
export const contentOf = <D extends Description>(fields: D, row: ContentOf<D>): ContentOf<D> =>
  pick(row, [...Object.keys(fields), "provenance"]);

/** The texts of a row that holds more, or of a content. */
export const textsOf = (fields: Description, row: object): Texts =>
  pick(row, [...textsIn(fields), "originalLocale", "provenance"]) as Texts;

/** What an edit of a published entry may change: everything but what its owner sets at once. */
export const proposedOf = <D extends Description, Row extends object>(fields: D, row: Row) =>
  pick(row, [
    ...Object.keys(fields).filter((name) => !fields[name]?.isSetting),
    "provenance",
  ]) as Omit<Row & ContentOf<D>, SettingOf<D>>;

/** What its owner sets at once. */
export const settingsOf = <D extends Description, Row extends object>(fields: D, row: Row) =>
  pick(row, fieldsLike(fields, { isSetting: true })) as Pick<Row & ContentOf<D>, SettingOf<D>>;

/** An entry after a save, with its stale marks; who saves made what `stamp` does not say. */
export function contentAfter<D extends Description>(
  fields: D,
  before: ContentOf<D>,
  marks: StaleMarks,
  { content, confirmed, stamp }: ContentSave<ContentOf<D>>,
  viewer: { accountId: string },
): { content: ContentOf<D>; stale: StaleMarks } {
  const texts = fieldsLike(fields, { kind: "text" });
  const after = { ...before, ...content };
  const [was, is] = [before as object as Texts, after as object as Texts];
  const provenance = provenanceAfter(texts, was, is, stamp ?? byPerson(viewer));
  return {
    content: { ...after, provenance },
    stale: staleAfter(texts, was, is, marks, confirmed),
  };
}

/** What belongs to texts of an entry, in the order in which they are read. */
export function inReadingOrder<Of extends { field: string }>(
  fields: Description,
  ones: readonly Of[],
): Of[] {
  const names = Object.keys(fields);
  return ones.toSorted((a, b) => names.indexOf(a.field) - names.indexOf(b.field));
}

function pick<Row extends object>(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name as keyof Row]])) as Row;
}
