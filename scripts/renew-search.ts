import { and, eq, gt, ne, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { query, type Reader, type Transaction, transaction } from "@/db/client";
import { activities } from "@/db/schema/activities";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { holds } from "@/db/stored";
import { buildActivitySearch } from "@/lib/activities/search-text";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { lockEntry } from "@/lib/entries/locked.queries";
import type { EventContent } from "@/lib/events/event";
import { searchColumns } from "@/lib/events/search-text";
import { readSearched } from "@/lib/members/main-organisation.queries";
import { buildMemberSearch } from "@/lib/members/search-text";
import { buildOrganisationSearch } from "@/lib/organisations/names";

/** So many rows are looked at by one statement. */
const AT_ONCE = 500;

/** Rows that are found by words, and the words as they would be made of each today. What an erasure emptied has none and gets none. */
type Found = {
  table: PgTable & { id: PgColumn };
  read: (
    db: Reader,
    which: SQL,
    most: number,
  ) => Promise<{ id: string; kept: object; made: object }[]>;
};

const FOUND: Found[] = [
  {
    table: members,
    async read(db, which, most) {
      const isFound = and(which, ne(members.searchNames, ""));
      const rows = await readSearched(db, isFound).orderBy(members.id).limit(most);
      return rows.map(({ id, organisation, kept, ...member }) => ({
        ...{ id, kept },
        made: buildMemberSearch(member, organisation),
      }));
    },
  },
  {
    table: organisations,
    async read(db, which, most) {
      const rows = await db
        .select()
        .from(organisations)
        .where(and(which, ne(organisations.searchText, "")))
        .orderBy(organisations.id)
        .limit(most);
      return rows.map((kept) => ({ id: kept.id, kept, made: buildOrganisationSearch(kept) }));
    },
  },
  {
    table: activities,
    async read(db, which, most) {
      const rows = await db
        .select()
        .from(activities)
        .where(and(which, ne(activities.searchText, "")))
        .orderBy(activities.id)
        .limit(most);
      return rows.map((kept) => ({ id: kept.id, kept, made: buildActivitySearch(kept) }));
    },
  },
];

/**
 * Makes anew the words of whatever is not found by those that it would be given today: the way they are made has changed since it
 * was saved. Who may find it stays as it is, and nobody's editing is disturbed. What is shown of projects and experiences
 * is found anew each night with their words (`coarsen-unnamed`). Gives how many.
 */
export async function renewSearch(): Promise<Counts> {
  const done: { done: number; failed: number }[] = [];
  for (const found of FOUND) {
    const ids = await listOld(found);
    done.push(
      await oneByOne("renew-search", ids, (id) => transaction((tx) => renew(tx, found, id))),
    );
  }
  const events = await query((db) =>
    db.select({ id: entries.id }).from(entries).where(eq(entries.entryKind, "event")),
  );
  const ids = events.map(({ id }) => id);
  done.push(await oneByOne("renew-search", ids, (id) => transaction((tx) => renewEvent(tx, id))));
  const sum = (count: "done" | "failed") => done.reduce((total, one) => total + one[count], 0);
  return { renewed: sum("done"), failed: sum("failed") };
}

async function listOld({ table, read }: Found): Promise<string[]> {
  const old: string[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await query((db) => read(db, gt(table.id, after), AT_ONCE));
    old.push(...rows.filter(({ kept, made }) => !holds(kept, made)).map(({ id }) => id));
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return old;
    after = last.id;
  }
}

/** Read after the lock: somebody may just have saved it. */
async function renew(tx: Transaction, { table, read }: Found, id: string): Promise<boolean> {
  await tx.select({ id: table.id }).from(table).where(eq(table.id, id)).for("no key update");
  const [row] = await read(tx, eq(table.id, id), 1);
  if (!row || holds(row.kept, row.made)) return false;
  await tx.update(table).set(row.made).where(eq(table.id, id));
  return true;
}

async function renewEvent(tx: Transaction, id: string): Promise<boolean> {
  const event = await lockEntry(tx, "event", id);
  const made = searchColumns(event as EventContent);
  if (holds(event, made)) return false;
  await tx.update(entries).set(made).where(eq(entries.id, id));
  return true;
}
