import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal, say, step, warn } from "./log.mjs";
import { must, run, typescript } from "./run.mjs";

const UNREACHABLE = 75;
/** What to do stands in the lines. */
const ADVISED = 78;
const RETRY_MS = 1000;

/** The built-in PostgreSQL, brought up again when it dies. */
export async function keepPostgres(dataDir, fixedPort) {
  const { startPostgres } = await import("../embedded-postgres.mjs");
  let isEndExpected = false;
  let server = await startPostgres({ dataDir, port: fixedPort });
  const { port } = server;
  async function revive() {
    if (isEndExpected) return;
    warn("The database ended; starting it again.");
    for (;;) {
      try {
        server = await startPostgres({ dataDir, port });
        break;
      } catch (error) {
        warn(`The database did not come back: ${error.message.split("\n")[0]}`);
        await sleep(RETRY_MS);
      }
      if (isEndExpected) return;
    }
    if (isEndExpected) return server.stop();
    server.onExit(revive);
    say("The database is back.");
  }
  server.onExit(revive);
  return {
    webUrl: server.webUrl,
    ownerUrl: server.ownerUrl,
    isAdopted: server.isAdopted,
    folder: server.folder,
    /** From now on the server is not started again, however it ends. */
    expectEnd() {
      isEndExpected = true;
    },
    stop() {
      isEndExpected = true;
      return server.stop();
    },
  };
}

/** Whether an address lets its role in: a password that follows from ours was given by us. */
async function opens(connect, url) {
  const sql = connect(url, { connect_timeout: 5 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/**
 * Pages are never served as a superuser. When DATABASE_URL names one and no owner is given, it becomes the owner
 * and a serving role is made; its password follows from the superuser's, so that every instance knows it.
 */
export async function separateRoles(webUrl, ownerUrl, secret) {
  if (ownerUrl) return { webUrl, ownerUrl };
  const { connect } = await import("../../db/connect.mjs");
  const { ensureWebRole } = await import("./postgres-roles.mjs");
  const sql = connect(webUrl, { connect_timeout: 5 });
  try {
    const [{ database, isSuper }] = await sql`
      select current_database() as database, rolsuper as "isSuper" from pg_roles where rolname = current_user`;
    if (!isSuper) return { webUrl };
    const url = new URL(webUrl);
    const password = createHmac("sha256", url.password || secret)
      .update(`web role of ${database}`)
      .digest("base64url");
    const role = `${database}_web`;
    url.username = encodeURIComponent(role);
    url.password = password;
    await ensureWebRole(sql, { role, password, database, isOurs: await opens(connect, url.href) });
    say(`DATABASE_URL names a superuser: it migrates, pages are served by the role ${role}.`);
    return { webUrl: url.href, ownerUrl: webUrl };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return { webUrl };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Migrates, seeds what every club begins with, and the demo club into an empty database (`isOwn`: one that DATABASE_URL names). False when the database does not answer. */
export async function prepareDatabase(env, { isDemo, isOwn }) {
  const isThere = await step("Bringing the database up to date", async () => {
    const { code, output } = await run(process.execPath, typescript("scripts/migrate.ts"), { env });
    const lines = output.trim();
    if (code !== 0 && code !== UNREACHABLE)
      throw new Refusal(
        `The database could not be brought up to date.\n${lines}`,
        isOwn && code !== ADVISED
          ? "Check the database that DATABASE_URL and DATABASE_OWNER_URL name."
          : undefined,
      );
    if (lines) warn(lines);
    return code === 0;
  });
  if (isThere) {
    const what = isDemo ? "the demo club" : "what the club begins with";
    const seed = typescript("scripts/seed.ts", ...(isDemo ? ["--demo"] : []));
    await step(`Looking after ${what}`, () =>
      must(`Seeding ${what}`, process.execPath, seed, { env }),
    );
  }
  return isThere;
}
