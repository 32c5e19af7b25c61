import { Refusal } from "./log.mjs";

/** Written on the roles that the portal has made: it alters no others. */
const MARK = "Made by the club portal";

const LIMITS = {
  statement_timeout: "5s",
  lock_timeout: "3s",
  idle_in_transaction_session_timeout: "10s",
};

const name = (text) => `"${text.replaceAll('"', '""')}"`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

/** `isOurs` says that a role without the mark was made by an earlier version. */
async function ensureRole(sql, role, password, { isOurs }) {
  const [found] = await sql`
    select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = ${role}`;
  if (found && found.mark !== MARK && !isOurs) {
    throw new Refusal(
      `The role ${role} exists already, and the portal has not made it.`,
      "Set DATABASE_OWNER_URL to the owner of the database and DATABASE_URL to a role that serves, or drop that role.",
    );
  }
  if (!found) await sql.unsafe(`create role ${name(role)}`);
  await sql.unsafe(
    `alter role ${name(role)} login nosuperuser nocreatedb nocreaterole noreplication password ${literal(password)}`,
  );
  await sql.unsafe(`comment on role ${name(role)} is ${literal(MARK)}`);
}

/** The role that serves pages: it may connect, and the migrations say what it may touch. Limits hold even for a forgotten client. */
export async function ensureWebRole(sql, { role, password, database, isOurs = false }) {
  await ensureRole(sql, role, password, { isOurs });
  for (const [setting, value] of Object.entries(LIMITS)) {
    await sql.unsafe(`alter role ${name(role)} set ${setting} = ${literal(value)}`);
  }
  await sql.unsafe(`grant connect on database ${name(database)} to ${name(role)}`);
}

/** The role that owns the database: migrations and background jobs. */
export async function ensureOwner(sql, { role, password, database, isOurs = false }) {
  await ensureRole(sql, role, password, { isOurs });
  const [found] = await sql`select 1 from pg_database where datname = ${database}`;
  if (!found) await sql.unsafe(`create database ${name(database)} owner ${name(role)}`);
  await sql.unsafe(`revoke all on database ${name(database)} from public`);
}
