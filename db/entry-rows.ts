import { getTableColumns, inArray, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable, PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "./client";
import type { EntryKind } from "./enums";
import { asks } from "./schema/asks";
import { cooperations } from "./schema/cooperations";
import { entries } from "./schema/entries";
import { events } from "./schema/events";
import { experiences } from "./schema/experiences";
import { heritage } from "./schema/heritage";
import { pages } from "./schema/pages";
import { projects } from "./schema/projects";

/** The table of each kind of entry, for what is its own. */
const OWN = {
  project: projects,
  experience: experiences,
  cooperation: cooperations,
  heritage,
  page: pages,
  ask: asks,
  event: events,
} satisfies Record<EntryKind, OwnTable>;

type OwnTable = PgTable & { id: PgColumn };

type Own<Kind extends EntryKind> = (typeof OWN)[Kind];

/** What a new entry holds, shared and its kind's own. */
export type EntryInsert<Kind extends EntryKind> = Omit<typeof entries.$inferInsert, "entryKind"> &
  Omit<Own<Kind>["$inferInsert"], "id">;

/** What changes of an entry, shared and its kind's own. */
export type EntryChange<Kind extends EntryKind> = PgUpdateSetSource<typeof entries> &
  PgUpdateSetSource<Own<Kind>>;

/** A row of `entries` with its kind's row beside it. */
export type EntryRow<Kind extends EntryKind> = typeof entries.$inferSelect & {
  entryKind: Kind;
} & Own<Kind>["$inferSelect"];

/** The table of a kind, for what is its own. */
export const ownTable = (entryKind: EntryKind): OwnTable => OWN[entryKind];

/** The columns of both rows. */
export const entryColumns = (entryKind: EntryKind) => ({
  ...getTableColumns(entries),
  ...getTableColumns(OWN[entryKind]),
});

/** Makes an entry with its kind's row beside it. */
export async function insertEntry<Kind extends EntryKind>(
  tx: Database | Transaction,
  entryKind: Kind,
  values: EntryInsert<Kind>,
): Promise<{ id: string }> {
  const { shared, own } = split(entryKind, values);
  const [entry] = await tx
    .insert(entries)
    .values({ ...(shared as typeof entries.$inferInsert), entryKind })
    .returning({ id: entries.id });
  if (!entry) throw new Error("no entry was made");
  const table: OwnTable = OWN[entryKind];
  await tx.insert(table).values({ ...own, id: entry.id });
  return entry;
}

/** Changes the entries of one kind for which `where` holds, with their rows beside them. Gives their keys. */
export async function updateEntries<Kind extends EntryKind>(
  tx: Database | Transaction,
  entryKind: Kind,
  where: SQL | undefined,
  values: EntryChange<Kind>,
): Promise<string[]> {
  const { shared, own } = split(entryKind, values);
  const { id } = entries;
  const rows = isEmpty(shared)
    ? await tx.select({ id }).from(entries).where(where)
    : await tx.update(entries).set(shared).where(where).returning({ id });
  const ids = rows.map((row) => row.id);
  const table: OwnTable = OWN[entryKind];
  if (!isEmpty(own)) await tx.update(table).set(own).where(inArray(table.id, ids));
  return ids;
}

function split(entryKind: EntryKind, values: Record<string, unknown>) {
  const columns = getTableColumns(OWN[entryKind]);
  const isOwn = (name: string) => name in columns && name !== "id";
  const all = Object.entries(values);
  return {
    shared: Object.fromEntries(all.filter(([name]) => !isOwn(name))),
    own: Object.fromEntries(all.filter(([name]) => isOwn(name))),
  };
}

const isEmpty = (values: object) => Object.keys(values).length === 0;
