import type { SQL } from "drizzle-orm";

/** What becomes of a column with personal data. */
export type PersonalColumn = {
  /** Stands in the person's export: always, never, or in the rows for which it is theirs to read. */
  isExported: boolean | ((accountId: SQL) => SQL);
  /** At an erasure: its row goes, it takes another value, or it stays because it names nobody by itself. */
  erasure: "row" | "stays" | SQL;
};

export type ColumnRule = "impersonal" | PersonalColumn;

export type TableRule = {
  /** The rows about an account, or null when the table has none. */
  rows: ((accountId: SQL) => SQL) | null;
  /** The rows an erasure touches, when they are others. */
  erasedRows?: (accountId: SQL) => SQL;
  columns: Record<string, ColumnRule>;
};

export const gone: PersonalColumn = { isExported: true, erasure: "row" };
/** Secrets, and what is worked out from exported columns: useless or dangerous in a file. */
export const hidden: PersonalColumn = { isExported: false, erasure: "row" };
/** Who did what stays provable: a key without a name, and facts without a person. */
export const kept: PersonalColumn = { isExported: true, erasure: "stays" };

/** Exported where the condition holds; gone with its row. */
export const goneTold = (isTheirs: (accountId: SQL) => SQL): PersonalColumn => ({
  isExported: isTheirs,
  erasure: "row",
});

/** At an erasure the column takes this value and its row stays. */
export const becomes = (value: SQL, isExported = true): PersonalColumn => ({
  isExported,
  erasure: value,
});

/** The same rule for several columns, by the names they have in the database. */
export const rule = <Name extends string>(names: readonly Name[], column: ColumnRule) =>
  Object.fromEntries(names.map((name) => [name, column]));
