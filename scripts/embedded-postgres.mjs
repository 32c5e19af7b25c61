import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { ensureDataDir } from "./launch/data-dir.mjs";
import { Refusal } from "./launch/log.mjs";
import { answers, freePort } from "./launch/port.mjs";
import { keepPort, openCluster, urlsOf } from "./launch/postgres-cluster.mjs";
import { binary, locateBinaries, SERVER_USER } from "./launch/postgres-files.mjs";
import { isPostgres, readPostmaster, spawnServer } from "./launch/postgres-process.mjs";
import { ensureOwner, ensureWebRole } from "./launch/postgres-roles.mjs";
import { launchers } from "./launch/postgres-users.mjs";

const PATIENCE_MS = 60_000;
/** How a server is ended, and for how many seconds each way is waited for. */
const STOPS = [
  ["fast", 8],
  ["immediate", 2],
];

async function choosePort(fixed, kept) {
  if (!fixed) return kept && !(await answers(kept)) ? kept : freePort();
  if (!(await answers(fixed))) return fixed;
  throw new Refusal(
    `Port ${fixed} is taken by another program.`,
    "Set PGEMBED_PORT to a free port, or remove it and one is chosen.",
  );
}

/** Adopts the server that already runs on this data, or starts one. */
async function bringUp(native, cluster, { dataDir, port: fixedPort, settings }) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const running = readPostmaster(cluster.folder);
    if (running && isPostgres(running.pid)) {
      if (running.isReady && (await answers(running.port)))
        return { child: null, port: running.port };
      await sleep(100);
      continue;
    }
    if (running) fs.rmSync(path.join(cluster.folder, "postmaster.pid"), { force: true });
    const port = await choosePort(fixedPort, cluster.port);
    try {
      const child = await spawnServer(
        native,
        cluster.folder,
        port,
        path.join(dataDir, "postgres.log"),
        settings,
      );
      if (child) return { child, port };
    } catch (error) {
      if (error.code !== "EADDRINUSE" || fixedPort) throw error;
      cluster.port = undefined;
    }
    await sleep(250);
  }
  throw new Refusal(
    "The built-in PostgreSQL did not come up within a minute.",
    `Its log is in ${dataDir}`,
  );
}

async function prepareRoles(cluster) {
  const sql = postgres(urlsOf(cluster).superUrl, { max: 1, onnotice() {} });
  try {
    // Two launchers at once would alter the same role: "tuple concurrently updated".
    await sql`select pg_advisory_lock(hashtext('club.roles'))`;
    const { club_owner, club_web } = cluster.passwords;
    const ours = { database: "club", isOurs: true };
    await ensureOwner(sql, { ...ours, role: "club_owner", password: club_owner });
    await ensureWebRole(sql, { ...ours, role: "club_web", password: club_web });
  } catch (error) {
    if (error.code !== "28P01") throw error;
    throw new Refusal(
      "The passwords in DATA_DIR/postgres.json are not those of the built-in database.",
      "Restore both from one backup.",
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Calls `tell` once when the server is gone: at once for a child, within a second for an adopted one. */
function watch({ child, port }, tell) {
  if (child) {
    child.once("exit", tell);
    return () => child.off("exit", tell);
  }
  const timer = setInterval(async () => {
    if (await answers(port)) return;
    clearInterval(timer);
    tell();
  }, 500);
  return () => clearInterval(timer);
}

function stopServer(native, folder, mode, seconds) {
  const args = ["-D", folder, "stop", "-m", mode, "-t", String(seconds)];
  return new Promise((resolve) => {
    execFile(
      binary(native, "pg_ctl"),
      args,
      { cwd: path.parse(folder).root, ...SERVER_USER },
      (error) => resolve(!error),
    );
  });
}

/**
 * Brings up the built-in PostgreSQL of a data folder: created at the first call, adopted when it already runs.
 * Serve with `webUrl`; migrate and work with `ownerUrl`; `superUrl` is for the launcher alone.
 * `throwaway` leaves out what protects data from a power cut while the cluster is made, and ends the server without writing
 * down what is deleted with it; `settings` are more of PostgreSQL's own, by name.
 */
export async function startPostgres({ dataDir, port, throwaway = false, settings = {} }) {
  ensureDataDir(dataDir);
  const native = locateBinaries();
  const cluster = openCluster(dataDir, native, { throwaway });
  const users = launchers(dataDir);
  users.enter();
  const server = await bringUp(native, cluster, { dataDir, port, settings });
  if (server.port !== cluster.port) {
    cluster.port = server.port;
    keepPort(dataDir, server.port);
  }
  const listeners = [];
  const unwatch = watch(server, () => listeners.forEach((listener) => void listener()));
  const started = {
    ...urlsOf(cluster),
    port: server.port,
    folder: cluster.folder,
    isAdopted: server.child === null,
    onExit: (listener) => listeners.push(listener),
    /** Ends the server, unless another launcher still uses it. `remove` deletes the data too. */
    async stop({ remove = false } = {}) {
      unwatch();
      if (!users.leave()) return;
      const ways = throwaway && remove ? [["immediate", 10]] : STOPS;
      for (const [mode, seconds] of ways) {
        if (!isPostgres(readPostmaster(cluster.folder)?.pid)) break;
        if (await stopServer(native, cluster.folder, mode, seconds)) break;
      }
      if (remove) fs.rmSync(cluster.folder, { recursive: true, force: true });
    },
  };
  try {
    await prepareRoles(cluster);
  } catch (error) {
    await started.stop();
    throw error;
  }
  return started;
}
