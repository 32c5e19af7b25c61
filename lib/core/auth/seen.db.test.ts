import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, databaseUrl, query, transaction } from "@/db/client";
import { makeAccount } from "@/db/factories";
import { sessions } from "@/db/schema/accounts";
import { log } from "../log";
import { hashToken, newToken } from "./tokens";
import { findViewer } from "./viewer";

const owner = postgres(process.env.DATABASE_OWNER_URL ?? databaseUrl(), {
  max: 1,
  onnotice: () => {},
});

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

/** A session that was last seen an hour ago. */
async function oldSession() {
  const token = newToken();
  const { accountId } = await transaction((tx) => makeAccount(tx));
  const [session] = await query((db) =>
    db
      .insert(sessions)
      .values({
        accountId,
        tokenHash: hashToken(token),
        expiresAt: sql`now() + interval '1 day'`,
        seenAt: sql`now() - interval '1 hour'`,
      })
      .returning({ id: sessions.id }),
  );
  return { token, accountId, id: session?.id ?? "" };
}

const isSeen = async (id: string) => {
  const [row] = await query((db) =>
    db
      .select({ isFresh: sql<boolean>`${sessions.seenAt} > now() - interval '1 minute'` })
      .from(sessions)
      .where(eq(sessions.id, id)),
  );
  return row?.isFresh;
};

describe("reading never fails on seen_at", () => {
  test("a session in use is noted beside the page, and no other", async () => {
    const [{ token, id, accountId }, other] = [await oldSession(), await oldSession()];
    expect(await findViewer(token)).toMatchObject({ accountId });
    await expect.poll(() => isSeen(id)).toBe(true);
    expect(await isSeen(other.id)).toBe(false);
  });

  test("nobody waits for a session whose row is held", async () => {
    const { token, id, accountId } = await oldSession();
    const held = await owner.reserve();
    await held`begin`;
    await held`select id from sessions where id = ${id} for update`;
    const begun = performance.now();
    for (let i = 0; i < 20; i++) expect(await findViewer(token)).toMatchObject({ accountId });
    expect(performance.now() - begun).toBeLessThan(2000);
    // The last note beside the page has met the held row by then.
    await closeDatabase();
    await held`rollback`;
    held.release();
    expect(await isSeen(id)).toBe(false);
  });

  test("a note that is refused leaves a line in the log and nothing else", async () => {
    const { token, id, accountId } = await oldSession();
    const warn = vi.spyOn(log, "warn").mockReturnValue();
    await owner.unsafe(`
      create function refuse_seen() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
      create trigger refuse_seen before update on sessions for each row
        when (new.id = '${id}') execute function refuse_seen();`);
    try {
      expect(await findViewer(token)).toMatchObject({ accountId });
      await expect.poll(() => warn).toHaveBeenCalledTimes(1);
    } finally {
      await owner.unsafe("drop function refuse_seen cascade");
      warn.mockRestore();
    }
    expect(await findViewer(token)).toMatchObject({ accountId });
  });
});
