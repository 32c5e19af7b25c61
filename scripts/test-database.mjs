import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "./embedded-postgres.mjs";
import { databaseEnvironment } from "./launch/environment.mjs";
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

/** A migrated database for one run of the tests; `remove` takes it away. */
export async function provideDatabase() {
  const dataDir = temporaryFolder();
  const server = await startPostgres({ dataDir, throwaway: true });
  const env = { ...databaseEnvironment(server), DATA_DIR: dataDir };
  const removeAll = async () => {
    await server.stop({ remove: true });
    remove(dataDir);
  };
  try {
    await must("Migrating the test database", process.execPath, typescript("scripts/migrate.ts"), {
      env: { ...process.env, ...env, NODE_ENV: "production" },
    });
  } catch (error) {
    await removeAll();
    throw error;
  }
  return { env, remove: removeAll };
}

/** For tests run on their own: a database of theirs, unless `npm test` has given each worker one, or DATABASE_URL names one. */
export default async function setup() {
  if (process.env.TEST_DATABASES || process.env.DATABASE_URL) return;
  const database = await provideDatabase();
  Object.assign(process.env, database.env);
  return database.remove;
}
