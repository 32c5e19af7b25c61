import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import postgres from "postgres";
import { databaseUrl } from "@/db/client";
import { connect } from "@/db/connect.mjs";
import { driverError, isConnectionLost } from "@/db/errors";
import { ERASE_DRAFT_SQL, grantsSql, JOB_QUEUE_SQL } from "./grants";
import { checkInstallation, refuseNewer } from "./installation";
import { Refusal } from "./launch/log.mjs";

/**
 * Brings the database up to date; any number of starts at once wait for one another. Ends with 75 when unreachable, with 78
 * where it has said what to do.
 */

const LOCK = "hashtextextended('club.migrations', 0)";
const MIGRATIONS = path.join(import.meta.dirname, "../db/migrations");
const UNREACHABLE = 75;
const ADVISED = 78;

const open = (url: string) => connect(url, { connect_timeout: 10 });

type Role = { name: string; isSuperuser: boolean };

async function readRole(sql: postgres.Sql): Promise<Role> {
  const [role] = await sql<Role[]>`
    select rolname as name, rolsuper as "isSuperuser" from pg_roles where rolname = current_user`;
  if (!role) throw new Refusal("The database role was not found");
  return role;
}

async function checkDatabase(sql: postgres.Sql): Promise<void> {
  const [found] = await sql<{ encoding: string; folds: boolean; version: number }[]>`
    select current_setting('server_encoding') as encoding, lower('É') = 'é' as folds,
      current_setting('server_version_num')::int as version`;
  if (!found || found.version < 150_000)
    throw new Refusal("The portal needs PostgreSQL 15 or newer");
  if (found.encoding !== "UTF8" || !found.folds) {
    throw new Refusal(
      `The database must be UTF-8 with a locale that knows accents (it is ${found.encoding}, lower('É') = 'é' is ` +
        `${found.folds}): create it with encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8' template template0`,
    );
  }
}

function checkRoles(owner: Role, serving: Role): void {
  if (serving.isSuperuser) {
    throw new Refusal(
      "DATABASE_URL names a superuser: serve with an ordinary role, and set DATABASE_OWNER_URL",
    );
  }
  if (owner.isSuperuser)
    console.warn("DATABASE_OWNER_URL names a superuser: the owner of the database is enough");
  if (owner.name === serving.name) {
    console.warn(
      "One role owns the tables and serves: set DATABASE_OWNER_URL to keep the two apart",
    );
  }
}

/**
 * Without it names typed with more than one mistake are not found; all else is. A server may refuse it, or allow it later;
 * the worker makes its index.
 */
async function provideTrigrams(sql: postgres.Sql): Promise<void> {
  try {
    await sql`create extension if not exists pg_trgm with schema search`;
  } catch (error) {
    const cause = driverError(error);
    if (!(cause instanceof postgres.PostgresError)) throw error;
    console.warn(`No pg_trgm: names with more than one mistake are not found (${cause.message})`);
  }
}

async function bringUpToDate(ownerUrl: string): Promise<void> {
  const sql = open(ownerUrl);
  const servingSql = open(databaseUrl());
  try {
    const owner = await readRole(sql);
    const serving = await readRole(servingSql);
    checkRoles(owner, serving);
    await checkDatabase(sql);
    await sql`select set_config('lock_timeout', '120s', false), set_config('statement_timeout', '0', false)`;
    // Drizzle's migrator takes no lock of its own; this one goes with the connection.
    await sql.unsafe(`select pg_advisory_lock(${LOCK})`);
    await refuseNewer(sql);
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
    await provideTrigrams(sql);
    await runMigrations({ connectionString: ownerUrl });
    const grants = owner.name === serving.name ? "" : grantsSql(serving.name);
    await sql.unsafe(`begin; ${JOB_QUEUE_SQL} ${ERASE_DRAFT_SQL} ${grants} commit;`);
    await checkInstallation(sql, servingSql, process.env);
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), servingSql.end({ timeout: 5 })]);
  }
}

try {
  await bringUpToDate(process.env.DATABASE_OWNER_URL || databaseUrl());
} catch (error) {
  const cause = driverError(error);
  const isAdvice = cause instanceof Refusal;
  console.error(
    isAdvice ? cause.message : `Migration: ${cause instanceof Error ? cause.message : cause}`,
  );
  const statement = cause instanceof postgres.PostgresError ? cause.query : undefined;
  if (statement) console.error(statement.slice(0, 400));
  process.exitCode = isConnectionLost(cause) ? UNREACHABLE : isAdvice ? ADVISED : 1;
}
