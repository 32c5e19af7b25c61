const LIMITS = {
  statement_timeout: "5s",
  lock_timeout: "3s",
  idle_in_transaction_session_timeout: "10s",
};

const name = (text) => `"${text.replaceAll('"', '""')}"`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

async function ensureRole(sql, role, password) {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (!found) await sql.unsafe(`create role ${name(role)}`);
  await sql.unsafe(
    `alter role ${name(role)} login nosuperuser nocreatedb nocreaterole noreplication password ${literal(password)}`,
  );
}

/** The role that serves pages: it may connect, and the migrations say what it may touch. Limits hold even for a forgotten client. */
export async function ensureWebRole(sql, role, password, database) {
  await ensureRole(sql, role, password);
  for (const [setting, value] of Object.entries(LIMITS)) {
    await sql.unsafe(`alter role ${name(role)} set ${setting} = ${literal(value)}`);
  }
  await sql.unsafe(`grant connect on database ${name(database)} to ${name(role)}`);
}

/** The role that owns the database: migrations and background jobs. */
export async function ensureOwner(sql, role, password, database) {
  await ensureRole(sql, role, password);
  const [found] = await sql`select 1 from pg_database where datname = ${database}`;
  if (!found) await sql.unsafe(`create database ${name(database)} owner ${name(role)}`);
  await sql.unsafe(`revoke all on database ${name(database)} from public`);
}
