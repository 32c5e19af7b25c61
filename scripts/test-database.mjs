import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "./embedded-postgres.mjs";
import { databaseEnvironment } from "./launch/environment.mjs";
import { giveToServer } from "./launch/postgres-files.mjs";
import { isPostgres, readPostmaster } from "./launch/postgres-process.mjs";
import { isAlive } from "./launch/postgres-users.mjs";
import { must, typescript } from "./launch/run.mjs";

function remove(folder) {
  const { pid } = readPostmaster(path.join(folder, "postgres")) ?? {};
  if (pid && isPostgres(pid)) process.kill(pid, "SIGQUIT");
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** What a run left that was killed before it could tidy up: its number is in the name of its folder. */
function removeLeftovers() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const [, pid] = name.match(/^china-club-test-(\d+)-/) ?? [];
    const folder = path.join(os.tmpdir(), name);
    if (!pid || isAlive(Number(pid)) || fs.statSync(folder).uid !== os.userInfo().uid) continue;
    remove(folder);
  }
}

/** A folder of this run under the system's temporary one, which the database's user may enter. */
export function temporaryFolder() {
  removeLeftovers();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `china-club-test-${process.pid}-`));
  fs.chmodSync(folder, 0o711);
  return folder;
}

/** Nobody keeps these databases: a power cut may have them. */
const HASTY = { fsync: "off", full_page_writes: "off" };

/** A server on a folder of its own, and what tidies both up. */
async function startIn(dataDir) {
  const server = await startPostgres({ dataDir, throwaway: true, settings: HASTY });
  const removeAll = async () => {
    await server.stop({ remove: true });
    remove(dataDir);
  };
  return { server, env: { ...databaseEnvironment(server), DATA_DIR: dataDir }, remove: removeAll };
}

async function migrated(database) {
  try {
    await must("Migrating the test database", process.execPath, typescript("scripts/migrate.ts"), {
      env: { ...process.env, ...database.env, NODE_ENV: "production" },
    });
    return database;
  } catch (error) {
    await database.remove();
    throw error;
  }
}

/**
 * Migrates once for a run that needs many databases: `env` is what `provideDatabase` finds the stopped server by, in this
 * process and in those it starts.
 */
export async function provideTemplate() {
  const dataDir = temporaryFolder();
  const { server } = await migrated(await startIn(dataDir));
  await server.stop();
  return { env: { TEST_TEMPLATE: dataDir }, remove: async () => remove(dataDir) };
}

/** Copies the template into a new DATA_DIR, with its passwords; false where there is none. */
function copyTemplate(dataDir) {
  const template = process.env.TEST_TEMPLATE;
  // A root whose temporary folder is closed to others keeps the files elsewhere.
  if (!template || !fs.existsSync(path.join(template, "postgres"))) return false;
  for (const name of ["postgres", "postgres.json"])
    fs.cpSync(path.join(template, name), path.join(dataDir, name), { recursive: true });
  const folder = path.join(dataDir, "postgres");
  // Node 24 copies files with their rights, and makes folders with its own: PostgreSQL wants its folder to itself.
  fs.chmodSync(folder, 0o700);
  giveToServer(folder);
  return true;
}

/** A migrated database for one run of the tests, a copy of the template where there is one; `remove` takes it away. */
export async function provideDatabase() {
  const dataDir = temporaryFolder();
  const isCopy = copyTemplate(dataDir);
  const database = await startIn(dataDir);
  const { env, remove: removeAll } = isCopy ? database : await migrated(database);
  return { env, remove: removeAll };
}

/** For tests run on their own: a database of theirs, unless `npm test` has given each worker one, or DATABASE_URL names one. */
export default async function setup() {
  if (process.env.TEST_DATABASES || process.env.DATABASE_URL) return;
  const database = await provideDatabase();
  Object.assign(process.env, database.env);
  return database.remove;
}
