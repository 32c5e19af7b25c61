import "server-only";
import { type EntryRow, entryColumns } from "@/db/entry-rows";
import { type Description, fieldsLike, type NameOf } from "./description";
import type { ContentIn, Noun } from "./noun";

/** What is read of a row: all that is described of its kind, and more of what all entries keep. */
export type RowOf<Of extends Noun, More extends keyof EntryRow<Of["kind"]>> = ContentIn<Of> &
  Pick<EntryRow<Of["kind"]>, More>;

/** The columns of it, both tables joined. */
export function columnsOf<Of extends Noun>(
  noun: Of,
  more: readonly (keyof EntryRow<Of["kind"]>)[],
): ReturnType<typeof entryColumns> {
  const all = entryColumns(noun.kind);
  const names = [...Object.keys(noun.fields), ...more] as (keyof typeof all)[];
  return Object.fromEntries(names.map((name) => [name, all[name]])) as unknown as typeof all;
}

/** Among these columns, those of what a kind describes as read at this level. */
export const columnsAt = <
  D extends Description,
  Columns extends object,
  const Level extends string,
>(
  fields: D,
  columns: Columns,
  level: Level,
) => {
  const all = columns as Record<string, unknown>;
  const names = fieldsLike(fields, { level }) as string[];
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<
    Columns,
    NameOf<D, { level: Level }> & keyof Columns
  >;
};
