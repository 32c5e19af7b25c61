import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startPostgres } from "./embedded-postgres.mjs";
import { databaseEnvironment } from "./launch/environment.mjs";
import { must, typescript } from "./launch/run.mjs";

/** A folder of its own under the system's temporary one, which the database's user may enter. */
export function temporaryFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "china-club-test-"));
  fs.chmodSync(folder, 0o711);
  return folder;
}

/** Gives the tests a migrated database of their own, unless DATABASE_URL names one; takes it away afterwards. */
export default async function setup() {
  if (process.env.DATABASE_URL) return;
  const dataDir = temporaryFolder();
  const server = await startPostgres({ dataDir, throwaway: true });
  const remove = async () => {
    await server.stop({ remove: true });
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    Object.assign(process.env, databaseEnvironment(server), { DATA_DIR: dataDir });
    await must("Migrating the test database", process.execPath, typescript("scripts/migrate.ts"), {
      env: { ...process.env, NODE_ENV: "production" },
    });
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
