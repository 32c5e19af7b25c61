import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { type EntryInsert, updateEntries } from "@/db/entry-rows";
import { MODERATION_STATES, PROGRESS_STATES, REVISION_STATES } from "@/db/enums";
import { isCheckViolation } from "@/db/errors";
import { makeMember, makeProject } from "@/db/factories";
import { entries, entryRevisions } from "@/db/schema/entries";
import { ENTRY_MOVES, REVISION_MOVES } from "@/lib/entries/policy";
import { PROGRESS_MOVES } from "./policy";

let ownerId: string;

beforeAll(async () => {
  ownerId = (await transaction((tx) => makeMember(tx))).memberId;
});

afterAll(closeDatabase);

type Values = Partial<EntryInsert<"project">>;

const make = (values: Values) => transaction((tx) => makeProject(tx, ownerId, values));

/** True when the database let it happen. */
async function tried(write: Parameters<typeof transaction>[0]): Promise<boolean> {
  try {
    await transaction(write);
    return true;
  } catch (error) {
    if (!isCheckViolation(error)) throw error;
    return false;
  }
}

const move = (id: string, values: Values) =>
  tried((tx) => updateEntries(tx, "project", eq(entries.id, id), values));

describe("the database allows the listed moves and no other", () => {
  test.each(MODERATION_STATES)("from %s", async (from) => {
    for (const to of MODERATION_STATES) {
      const { id } = await make({ moderation: from });
      const isListed = from === to || ENTRY_MOVES[from].includes(to);
      expect([from, to, await move(id, { moderation: to })]).toEqual([from, to, isListed]);
    }
  });

  test.each(PROGRESS_STATES)("in progress %s, once published", async (from) => {
    for (const to of PROGRESS_STATES) {
      const { id } = await make({ moderation: "published", progress: from });
      const isListed = from === to || PROGRESS_MOVES[from].includes(to);
      expect([from, to, await move(id, { progress: to })]).toEqual([from, to, isListed]);
    }
    const draft = await make({ progress: from });
    expect(await move(draft.id, { progress: "completed" })).toBe(true);
  });

  test.each(REVISION_STATES)("of an edit that is %s", async (from) => {
    for (const to of REVISION_STATES) {
      const { id } = await make({ moderation: "published" });
      const isListed = from === to || REVISION_MOVES[from].includes(to);
      const isMoved = await tried(async (tx) => {
        const isThis = eq(entryRevisions.entryId, id);
        await tx.insert(entryRevisions).values({ entryId: id, state: from, content: {} });
        await tx.update(entryRevisions).set({ state: to }).where(isThis);
      });
      expect([from, to, isMoved]).toEqual([from, to, isListed]);
    }
  });
});
