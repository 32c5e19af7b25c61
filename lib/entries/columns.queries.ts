import "server-only";
import { type EntryRow, entryColumns } from "@/db/entry-rows";
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
