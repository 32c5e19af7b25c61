import { hkdfSync } from "node:crypto";
import type postgres from "postgres";
import journal from "@/db/migrations/meta/_journal.json";
import { Refusal } from "./launch/log.mjs";

type Environment = Record<string, string | undefined>;

/** The secrets that every instance has to share, and where the database keeps the fingerprint of each. */
const SECRETS = {
  AUTH_SECRET: "auth_fingerprint",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "actions_fingerprint",
} as const;

type Row = { id: string; auth_fingerprint: string | null; actions_fingerprint: string | null };

const NEWEST = Math.max(...journal.entries.map(({ when }) => when));

/** Refuses a database whose migrations are newer than `known`: this version would take its rights and texts back. */
export async function refuseNewer(owner: postgres.Sql, known = NEWEST): Promise<void> {
  const [place] = await owner`select to_regclass('drizzle.__drizzle_migrations') as found`;
  if (!place?.found) return;
  const [last] = await owner`
    select max(created_at)::float8 > ${known}::float8 as "isNewer" from drizzle.__drizzle_migrations`;
  if (!last?.isNewer) return;
  throw new Refusal(
    "A newer version of the portal has brought this database up to date, and migrations do not go back. Start that version, " +
      "or restore the backup that was made before it (README, “Update”).",
  );
}

/** What tells two secrets apart and gives neither away (HKDF, RFC 5869); null without a secret. */
export function fingerprint(secret: string | undefined): string | null {
  if (!secret) return null;
  return Buffer.from(hkdfSync("sha256", secret, "", "club fingerprint 1", 16)).toString("hex");
}

const fingerprints = (environment: Environment) => ({
  auth: fingerprint(environment.AUTH_SECRET),
  actions: fingerprint(environment.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY),
});

const readRow = async (sql: postgres.Sql) =>
  (await sql<Row[]>`select id, auth_fingerprint, actions_fingerprint from installation`)[0];

/**
 * Refuses parts that do not fit: another secret than the database was served with, or two addresses that lead to two
 * databases. What is not known yet is noted. `owner` may write, `serving` reads as the pages do.
 */
export async function checkInstallation(
  owner: postgres.Sql,
  serving: postgres.Sql,
  environment: Environment,
): Promise<void> {
  const { auth, actions } = fingerprints(environment);
  await owner`
    insert into installation (auth_fingerprint, actions_fingerprint) values (${auth}, ${actions})
    on conflict (is_only) do update set
      auth_fingerprint = coalesce(installation.auth_fingerprint, excluded.auth_fingerprint),
      actions_fingerprint = coalesce(installation.actions_fingerprint, excluded.actions_fingerprint)`;
  const row = await readRow(owner);
  for (const [name, column] of Object.entries(SECRETS)) {
    const own = fingerprint(environment[name]);
    if (own && row?.[column as keyof Row] !== own) throw otherSecret(name);
  }
  const seen = await readRow(serving).catch(() => undefined);
  if (seen?.id === row?.id) return;
  throw new Refusal(
    "DATABASE_URL and DATABASE_OWNER_URL lead to two databases. Correct one of them.",
  );
}

const otherSecret = (name: string) =>
  new Refusal(
    `${name} is not the one that this database has been served with. Instances that share a database share it: ` +
      `set ${name} to the value of the others, or restore DATA_DIR/secrets.json. ` +
      "If you have changed it on purpose, run: npm run club -- secret accept",
  );

/** Takes the secrets of this environment as those of the database from now on. */
export async function acceptSecrets(owner: postgres.Sql, environment: Environment): Promise<void> {
  const { auth, actions } = fingerprints(environment);
  await owner`
    update installation set auth_fingerprint = coalesce(${auth}, auth_fingerprint),
      actions_fingerprint = coalesce(${actions}, actions_fingerprint)`;
}
