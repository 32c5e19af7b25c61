import {
  fieldOfHeading,
  type Ignored,
  IMPORT_FIELDS,
  type ImportField,
  ignoredHeading,
} from "./column-words";

/** Which column, counted from 0, brings which field. */
export type Mapping = Partial<Record<ImportField, number>>;

export type GuessedColumns = {
  mapping: Mapping;
  /** Columns that no file may bring, with the reason (`imports.ignored`). */
  ignored: { column: number; why: Ignored }[];
  /** Columns that nobody knows, or whose field another one brings already. */
  left: number[];
};

/** What the columns of a file bring, guessed from their headings in French, English and Chinese; the first of two alike. */
export function guessColumns(columns: readonly string[]): GuessedColumns {
  const guessed: GuessedColumns = { mapping: {}, ignored: [], left: [] };
  for (const [column, heading] of columns.entries()) {
    const why = ignoredHeading(heading);
    const field = fieldOfHeading(heading);
    if (why) guessed.ignored.push({ column, why });
    else if (!field || guessed.mapping[field] !== undefined) guessed.left.push(column);
    else guessed.mapping[field] = column;
  }
  return guessed;
}

/**
 * What the club team chose, by field, as far as the file has such a column that may be read and no other field has it;
 * the rest is as if it had not been chosen.
 */
export function readMapping(
  columns: readonly string[],
  chosen: Partial<Record<ImportField, number | null>>,
): Mapping {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const field of IMPORT_FIELDS) {
    const column = chosen[field] ?? -1;
    const heading = columns[column];
    if (heading === undefined || taken.has(column) || ignoredHeading(heading)) continue;
    taken.add(column);
    mapping[field] = column;
  }
  return mapping;
}

/** Whether it says how people are called and where they are written to. */
export function isEnough({ email, familyName, givenName, nameZh }: Mapping): boolean {
  const isNamed = nameZh !== undefined || (familyName !== undefined && givenName !== undefined);
  return email !== undefined && isNamed;
}
