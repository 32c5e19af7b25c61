import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, databaseUrl } from "@/db/client";
import { WORKER_LOCK } from "@/lib/core/jobs/worker-lock";
import { GET } from "./route";

const ownerUrl = () => process.env.DATABASE_OWNER_URL ?? databaseUrl();
const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} });

afterAll(async () => {
  await Promise.all([owner.end(), closeDatabase()]);
});

const ask = async () => {
  const answer = await GET();
  return { status: answer.status, told: await answer.json() };
};

const moved = (days: number) =>
  owner`update drizzle.__drizzle_migrations set created_at = created_at + ${days * 86_400_000}`;

describe("/readyz knows", () => {
  test("that all migrations have run, also when a newer code's have", async () => {
    const fine = { ready: true, database: "up", migrations: "applied" };
    expect(await ask()).toMatchObject({ status: 200, told: fine });
    await moved(9999);
    expect(await ask()).toMatchObject({ status: 200, told: fine });
    await moved(-9999);
  });

  test("a database that is behind this code: 503", async () => {
    await moved(-9999);
    const behind = { ready: false, database: "up", migrations: "missing" };
    expect(await ask()).toMatchObject({ status: 503, told: behind });
    await moved(9999);
  });

  test("a database that was never migrated: 503", async () => {
    await owner`alter schema drizzle rename to drizzle_away`;
    const behind = { ready: false, database: "up", migrations: "missing" };
    expect(await ask()).toMatchObject({ status: 503, told: behind });
    await owner`alter schema drizzle_away rename to drizzle`;
  });

  test("whether a worker holds its lock; without one pages are served all the same", async () => {
    expect(await ask()).toMatchObject({ status: 200, told: { worker: "absent" } });
    await owner`select pg_advisory_lock(hashtextextended(${WORKER_LOCK}, 0))`;
    expect(await ask()).toMatchObject({ status: 200, told: { worker: "running" } });
    await owner`select pg_advisory_unlock(hashtextextended(${WORKER_LOCK}, 0))`;
  });
});

test("/readyz says 503 while the database is away", async () => {
  const url = process.env.DATABASE_URL;
  await closeDatabase();
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
  const answer = await ask();
  process.env.DATABASE_URL = url;
  expect(answer).toEqual({ status: 503, told: { ready: false, database: "away" } });
});
