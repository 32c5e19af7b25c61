import type { ReferenceList } from "@/db/reference/lists";
import type { StoredSource } from "@/db/stored";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import type { Provenance } from "@/lib/core/i18n/provenance";

/** What a field holds. `of` names a reference list, or lists the values themselves. */
type Kind =
  /** A text in up to three languages, at most `most` characters each; `isList`: a point a line. */
  | { kind: "text"; most: number; isLine?: true; isList?: true }
  /** The language the texts were first written in. */
  | { kind: "language" }
  /** One value or none. `words` is the reference list that names values which are listed here. */
  | { kind: "choice"; of: ReferenceList | readonly string[]; words?: ReferenceList }
  /** One value always; `unset` where none was kept. */
  | { kind: "state"; of: readonly string[]; unset: string }
  /** Several values, at most `most` (80 unless said); `alone` is one that stands with no other. */
  | { kind: "choices"; of: ReferenceList; most?: number; alone?: string }
  /** A day `YYYY-MM-DD`, or none. */
  | { kind: "day" }
  /** A minute `YYYY-MM-DD HH:MM` as a clock shows it, or none. */
  | { kind: "minute" }
  /** A year from `first` to this one, or none. */
  | { kind: "year"; first: number }
  /** A date as far as it is known: `1988`, `1988-01`, `1988-01-19`, or none. */
  | { kind: "date" }
  /** One line in no language, such as an address, or none. */
  | { kind: "line"; most: number }
  /** Where what is told was read. */
  | { kind: "sources" }
  | { kind: "tick"; unset: boolean };

/** One field of an entry. */
export type Field = Kind & {
  /** Where the editor asks for it. */
  section: string;
  /** Who reads it: everybody, or whoever the noun's own levels say. */
  level: string;
  /** Without it the entry is not handed in. */
  isNeeded?: true;
  /** Set at once by the owner of what is published, and no part of an edit. */
  isSetting?: true;
};

/** The fields of a noun by name, in the order in which they are read. */
export type Description = Record<string, Field>;

type ValueOf<F> = F extends { kind: "text" }
  ? LocalizedText
  : F extends { kind: "language" }
    ? Locale
    : F extends { kind: "state"; of: readonly (infer One)[] }
      ? One
      : F extends { kind: "choice"; of: readonly (infer One)[] }
        ? One | null
        : F extends { kind: "choices" }
          ? string[]
          : F extends { kind: "tick" }
            ? boolean
            : F extends { kind: "year" }
              ? number | null
              : F extends { kind: "sources" }
                ? StoredSource[]
                : string | null;

/** What is written and chosen, with where its translations come from; an edit begun before that was kept says nothing. */
export type ContentOf<D> = { -readonly [Name in keyof D]: ValueOf<D[Name]> } & {
  provenance?: Provenance;
};

/** The names of the fields that are as `like` says: `{ kind: "text" }`, `{ level: "public" }`. */
export type NameOf<D, Like> = { [Name in keyof D]: D[Name] extends Like ? Name : never }[keyof D] &
  string;

/** The names of the fields that are as `like` says, in the order of the description. */
export function fieldsLike<D extends Description, const Like extends Partial<Field>>(
  description: D,
  like: Like,
): NameOf<D, Like>[] {
  const names = Object.keys(description).filter((name) =>
    Object.entries(like).every(([key, value]) => description[name]?.[key as keyof Field] === value),
  );
  return names as NameOf<D, Like>[];
}

/** What is chosen, in the order it is read, apart from what is set at once. */
export const choicesOf = (fields: Description): string[] =>
  Object.keys(fields).filter((name) => fields[name]?.kind !== "text" && !fields[name]?.isSetting);

/** The names of the texts. */
export const textsIn = (description: Description): string[] =>
  fieldsLike(description, { kind: "text" });

/** The reference list that names what is chosen in a field; none where no list does. */
export function listOf(field: Field): ReferenceList | undefined {
  if ("words" in field) return field.words;
  return "of" in field && typeof field.of === "string" ? field.of : undefined;
}

/** Fields that lie in the table of all entries; a noun's other fields lie in its own. */
export const SHARED_FIELDS: readonly string[] = [
  "originalLocale",
  "title",
  "teaser",
  "sectors",
  "cities",
  "textLevel",
  "ownerLevel",
];

/** The fields that only this noun has, by name: columns of its own table, not of `entries`. */
export const ownFields = (description: Description): string[] =>
  Object.keys(description).filter((name) => !SHARED_FIELDS.includes(name));

/** The columns of these fields, as the export and the erasure of their owner name them. */
export const columnNames = (fields: readonly string[]): string[] =>
  fields.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
