import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, describe, expect, it, vi } from "vitest";
import {
  beside,
  closeDatabase,
  databaseUrl,
  query,
  type Transaction,
  transaction,
  writtenOnce,
} from "./client";
import { DatabaseUnavailable, isCheckViolation, isUniqueViolation } from "./errors";
import { rateLimits } from "./schema/rate-limits";

const keyOf = (name: string) => `client-test:${name}:${crypto.randomUUID()}`;
const insert = (tx: Transaction, key: string) => tx.insert(rateLimits).values({ key, points: 1 });
const exists = async (key: string) => {
  const rows = await query((db) =>
    db.select({ key: rateLimits.key }).from(rateLimits).where(eq(rateLimits.key, key)),
  );
  return rows.length === 1;
};

/** Ends every connection of the pool as the server does when it is shut down, or those alone that rest. */
async function cutConnections(which: "all" | "idle" = "all") {
  const other = postgres(databaseUrl(), { max: 1, fetch_types: false });
  await other`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = ${`club ${process.pid}`} and datname = current_database()
      and (${which} = 'all' or state = 'idle')`;
  await other.end();
  await sleep(50);
}

afterAll(closeDatabase);

describe("transaction", () => {
  it("keeps what it wrote when it resolves, and nothing when it rejects", async () => {
    const [kept, dropped] = [keyOf("kept"), keyOf("dropped")];
    await transaction((tx) => insert(tx, kept));
    const failing = transaction(async (tx) => {
      await insert(tx, dropped);
      throw new Error("mine");
    });
    await expect(failing).rejects.toThrow("mine");
    expect([await exists(kept), await exists(dropped)]).toEqual([true, false]);
  });

  it("goes on after a refused savepoint", async () => {
    const key = keyOf("savepoint");
    await transaction(async (tx) => {
      await insert(tx, key);
      const again = tx.transaction((inner) => insert(inner, key));
      await expect(again).rejects.toSatisfy((error) =>
        isUniqueViolation(error, "rate_limits_pkey"),
      );
    });
    expect(await exists(key)).toBe(true);
  });

  it("refuses a statement that comes after its end", async () => {
    const key = keyOf("straggler");
    const kept: Transaction[] = [];
    await transaction(async (tx) => void kept.push(tx));
    await expect(insert(kept[0] as Transaction, key)).rejects.toThrow();
    expect(await exists(key)).toBe(false);
  });

  it("refuses another operation inside it, which would wait for a second connection", async () => {
    const [own, second] = [keyOf("own"), keyOf("second")];
    const one = sql`select 1`;
    const nested: (() => Promise<unknown>)[] = [
      () => query((db) => db.execute(one)),
      () => transaction((tx) => insert(tx, second)),
      () => writtenOnce((db) => db.select({ one }).from(sql`(select) x`).prepare("one"))({}),
    ];
    for (const run of nested) {
      const outer = transaction(async (tx) => {
        await insert(tx, own);
        await tx.transaction(run);
      });
      await expect(outer).rejects.toThrow(/inside another/);
    }
    await expect(query(() => query((db) => db.execute(one)))).rejects.toThrow(/inside another/);
    expect([await exists(own), await exists(second)]).toEqual([false, false]);
  });

  it("has one beside it where that is asked for", async () => {
    const [own, second] = [keyOf("own"), keyOf("beside")];
    const broken = transaction(async (tx) => {
      await insert(tx, own);
      await beside(() => transaction((other) => insert(other, second)));
      throw new Error("mine");
    });
    await expect(broken).rejects.toThrow("mine");
    expect([await exists(own), await exists(second)]).toEqual([false, true]);
  });

  it("lets what it began go on by itself once it has ended", async () => {
    const key = keyOf("afterwards");
    let afterwards: Promise<unknown> | undefined;
    await transaction(async (tx) => {
      await insert(tx, key);
      afterwards = sleep(200).then(() => exists(key));
    });
    await expect(afterwards).resolves.toBe(true);
  });

  it("fails as surely not written when its connection is lost before the commit", async () => {
    const key = keyOf("cut");
    const cut = transaction(async (tx) => {
      await insert(tx, key);
      await cutConnections();
      await insert(tx, keyOf("never"));
    });
    await expect(cut).rejects.toMatchObject({ name: "DatabaseUnavailable", outcome: "notWritten" });
    expect(await exists(key)).toBe(false);
  });

  it("is rolled back, its locks with it, when it takes longer than four seconds", async () => {
    const key = keyOf("slow");
    const slow = transaction(async (tx) => {
      await insert(tx, key);
      await sleep(4500);
      await insert(tx, keyOf("late"));
    });
    await expect(slow).rejects.toBeInstanceOf(DatabaseUnavailable);
    await transaction((tx) => insert(tx, key));
    expect(await exists(key)).toBe(true);
  }, 10_000);
});

describe("query", () => {
  it("may wait for a place longer than it may run: its seconds count from there", async () => {
    const rounds = Array.from({ length: 30 }, () =>
      query((db) => db.execute(sql`select pg_sleep(2.2)`)),
    );
    await expect(Promise.all(rounds)).resolves.toHaveLength(30);
  }, 15_000);

  it("works again at once after idle connections were lost", async () => {
    await query((db) => db.execute(sql`select 1`));
    await cutConnections();
    await expect(query((db) => db.execute(sql`select 1`))).resolves.toHaveLength(1);
  });

  it("goes on while the server ends connections that rest", async () => {
    const pid = sql`select pg_backend_pid() as pid`;
    const pids = await Promise.all(
      [1, 2].map(async () => (await query((db) => db.execute(pid)))[0]),
    );
    expect(pids[0]).not.toEqual(pids[1]);
    const slow = query((db) => db.execute(sql`select pg_sleep(0.5)`));
    await sleep(100);
    await cutConnections("idle");
    await expect(slow).resolves.toHaveLength(1);
    await expect(query((db) => db.execute(pid))).resolves.toHaveLength(1);
  });

  it("closes what a rush has opened, once it has not been needed for ten minutes", async () => {
    await Promise.all(Array.from({ length: 10 }, () => query((db) => db.execute(sql`select 1`))));
    const open = () =>
      query((db) =>
        db.execute(
          sql`select from pg_stat_activity where application_name = ${`club ${process.pid}`}`,
        ),
      );
    expect((await open()).length).toBeGreaterThanOrEqual(10);
    const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 601_000);
    for (let i = 0; i < 10; i += 1) await open();
    clock.mockRestore();
    await expect.poll(open).toHaveLength(1);
  });

  it("hands on the server's own error, without the values that were sent", async () => {
    const wrong = query((db) => db.execute(sql`select ${"a secret"}::int`));
    await expect(wrong).rejects.toMatchObject({ name: "PostgresError", code: "22P02" });
    expect(isCheckViolation(await wrong.catch((error: unknown) => error))).toBe(false);
  });
});

describe("writtenOnce", () => {
  const half = writtenOnce((db) =>
    db
      .select({ half: sql<number>`10 / ${sql.placeholder("by")}::int` })
      .from(sql`(select) one`)
      .prepare("half"),
  );

  it("asks with the values of each use, also of many at once", async () => {
    const uses = await Promise.all([1, 2, 5, 10].map((by) => half({ by })));
    expect(uses).toEqual([[{ half: 10 }], [{ half: 5 }], [{ half: 2 }], [{ half: 1 }]]);
  });

  it("hands on the server's own error, and asks again after a lost connection", async () => {
    await expect(half({ by: 0 })).rejects.toMatchObject({ name: "PostgresError", code: "22012" });
    await cutConnections();
    await expect(half({ by: 5 })).resolves.toEqual([{ half: 2 }]);
  });

  it("is an operation with a deadline of its own", async () => {
    const slow = writtenOnce((db) =>
      db
        .select({ slept: sql<string>`pg_sleep(${sql.placeholder("seconds")}::float)::text` })
        .from(sql`(select) one`)
        .prepare("slow"),
    );
    await expect(slow({ seconds: 4.5 })).rejects.toBeInstanceOf(DatabaseUnavailable);
  }, 10_000);
});
