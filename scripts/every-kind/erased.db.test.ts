import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { ENTRY_KINDS } from "@/db/enums";
import { eraseAccount } from "@/lib/accounts/erasure.mutations";
import { PERSONAL_DATA } from "@/lib/accounts/personal-data";
import type { Person } from "./kinds";
import { finds, reads } from "./readings";
import { offer, oneOnline } from "./world";

// What erases works as the owner of the tables: the worker and the `club` command.
workAsOwner(20_000);

afterAll(() => closeDatabase());

const erase = ({ accountId }: Person) =>
  transaction((tx) => eraseAccount(tx, "portal", { accountId }));

/** The tables in a row of which a word stands. */
async function tablesHolding(word: string): Promise<string[]> {
  const holding: string[] = [];
  for (const table of Object.keys(PERSONAL_DATA)) {
    const [row] = await query((db) =>
      db.execute(
        sql`select 1 from ${sql.identifier(table)} t where t::text ilike ${`%${word}%`} limit 1`,
      ),
    );
    if (row) holding.push(table);
  }
  return holding;
}

test.each(ENTRY_KINDS)(
  "%s goes with its owner without a word of it left, and stays if it is the club's",
  async (kind) => {
    const world = await oneOnline(kind);
    const { keeper, other, moderator, sign, isOwned, visitorsRead, membersRead } = world;
    await offer(world, "Nothing of theirs");
    await erase(keeper);
    for (const viewer of [null, other, moderator]) {
      const before = viewer === null ? visitorsRead : membersRead;
      expect(await reads(world, viewer)).toEqual(isOwned ? [] : before);
      expect((await finds(world, viewer)).length > 0).toBe(!isOwned && before.length > 0);
    }
    expect((await tablesHolding(sign)).length > 0).toBe(!isOwned);
    await erase(other);
    expect((await tablesHolding(sign)).length > 0).toBe(!isOwned);
  },
);
