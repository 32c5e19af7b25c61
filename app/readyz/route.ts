import { sql } from "drizzle-orm";
import { query } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";
import { WORKER_LOCK } from "@/lib/core/jobs/worker-lock";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 2000;
const NEWEST = Math.max(...journal.entries.map(({ when }) => when));
/** What the server says of a table, a schema or a right that the migrations have yet to bring. */
const NOT_MIGRATED = /^(42P01|3F000|42501)$/;

type Found = { migrations: "applied" | "missing"; worker: "running" | "absent" };

/**
 * Whether all migrations of this code have run, and whether a worker holds its lock (scripts/worker.ts); in one statement.
 * A database that is further on is fine: the instances of an update are replaced one after the other.
 */
async function look(): Promise<Found> {
  try {
    const [row] = await query((db) =>
      db.execute<{ isMigrated: boolean; hasWorker: boolean }>(sql`
        select
          coalesce((select max(created_at) from drizzle.__drizzle_migrations), 0) >= ${NEWEST}::bigint as "isMigrated",
          exists (
            select from pg_locks
            where locktype = 'advisory' and granted and objsubid = 1
              and database = (select oid from pg_database where datname = current_database())
              and (classid::bigint << 32 | objid::bigint) = hashtextextended(${WORKER_LOCK}, 0)
          ) as "hasWorker"`),
    );
    return {
      migrations: row?.isMigrated ? "applied" : "missing",
      worker: row?.hasWorker ? "running" : "absent",
    };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (NOT_MIGRATED.test(code)) return { migrations: "missing", worker: "absent" };
    throw error;
  }
}

async function lookInTime(): Promise<Found | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([look().catch(() => null), patience]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * 200 when the portal can serve its pages, 503 while the database is away or behind this code. Without a worker pages are
 * served and letters wait: that is told, not refused.
 */
export async function GET() {
  const found = await lookInTime();
  const isReady = found?.migrations === "applied";
  const told = { ready: isReady, database: found ? "up" : "away", ...found };
  return Response.json(told, { status: isReady ? 200 : 503 });
}
