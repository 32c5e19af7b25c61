import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { readPrivate } from "./data-dir.mjs";
import { urlsOf } from "./postgres-cluster.mjs";

/** What follows an answer (a look that is noted) has been sent by then. */
const AFTERMATH_MS = 40;

/**
 * Counts what the web server of a DATA_DIR asks its built-in database, from the database's own log. `count(run)` gives the
 * statements sent while `run` ran, those that begin and end transactions left out.
 */
export async function countingStatements(dataDir) {
  const cluster = readPrivate(path.join(dataDir, "postgres.json"));
  const sql = postgres(urlsOf(cluster).superUrl, { max: 1, onnotice() {} });
  const log = path.join(dataDir, "postgres.log");
  const tell = async (settings) => {
    for (const setting of settings) await sql.unsafe(`alter system ${setting}`);
    await sql.unsafe("select pg_reload_conf()");
    await sleep(300);
  };
  await tell(["set log_statement = 'all'", "set log_line_prefix = '%u|'"]);
  return {
    async count(run) {
      const from = fs.statSync(log).size;
      await run();
      await sleep(AFTERMATH_MS);
      const text = fs.readFileSync(log).subarray(from).toString("utf8");
      return text.match(/^club_web\|LOG: {2}execute /gm)?.length ?? 0;
    },
    async end() {
      await tell(["reset log_statement", "reset log_line_prefix"]);
      await sql.end();
    },
  };
}
