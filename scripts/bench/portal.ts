import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "@/db/connect.mjs";
import { startPostgres } from "../embedded-postgres.mjs";
import { databaseEnvironment } from "../launch/environment.mjs";
import { freePort } from "../launch/port.mjs";
import { readPostmaster } from "../launch/postgres-process.mjs";
import { must, typescript } from "../launch/run.mjs";
import { cpuOf } from "./processes";

export type Portal = Awaited<ReturnType<typeof openPortal>>;

const QUIET_S = 70;

/** Plans and buffers are logged only while `probe` asks for it. */
const SETTINGS = [
  "session_preload_libraries = 'auto_explain'",
  "auto_explain.log_min_duration = -1",
  "log_line_prefix = '%u|'",
];

/**
 * The portal of a checkout as it is operated, on a club of so many members in a database of its own, and the bare page
 * beside it; `isSettled` waits until the worker has done what a start leaves to it. Gives how long filling, starting and what the worker does after a start took.
 */
export async function openPortal(
  folder: string,
  members: number,
  { dataDir, isSettled }: { dataDir: string; isSettled: boolean },
) {
  const server = await startPostgres({ dataDir, port: undefined, throwaway: true });
  const superUser = connect(server.superUrl.replace(/\/postgres$/, "/club"));
  for (const setting of SETTINGS) await superUser.unsafe(`alter system set ${setting}`);
  await superUser.unsafe("select pg_reload_conf()");
  const env = { ...process.env, ...databaseEnvironment(server), NODE_ENV: "production" as const };
  const times: Record<string, string> = {};
  const timed = async (name: string, run: () => Promise<unknown>) => {
    const start = performance.now();
    await run();
    times[name] = `${((performance.now() - start) / 1000).toFixed(0)} s`;
  };
  const script = (name: string, ...args: string[]) =>
    must(name, process.execPath, typescript(name, ...args), { env, cwd: folder });
  await script("scripts/migrate.ts");
  await timed("filled", () => script("scripts/bench/prepare.ts", String(members)));
  await superUser.unsafe("vacuum analyze");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const output = fs.openSync(path.join(dataDir, "portal.log"), "w");
  const launcher = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: "production",
      APP_ORIGIN: origin,
      PORT: String(port),
      DATA_DIR: dataDir,
      CLUB_DEMO: "0",
      TRUSTED_PROXIES: "127.0.0.1, ::1",
    },
    stdio: ["ignore", output, output, "ipc"],
  });
  const gone = new Promise<null>((resolve) => launcher.once("exit", () => resolve(null)));
  await timed("started", async () => {
    const open = await Promise.race([
      new Promise((resolve) => launcher.once("message", resolve)),
      gone,
    ]);
    if (open === null) throw new Error(fs.readFileSync(path.join(dataDir, "portal.log"), "utf8"));
  });
  const postmaster = Number(readPostmaster(server.folder)?.pid);
  const processes = [Number(launcher.pid), postmaster];
  const before = cpuOf(processes);
  if (isSettled) await timed("settled", () => settle(processes));
  times.settledCpu = `${((cpuOf(processes) - before) / 1000).toFixed(0)} s`;
  await superUser.unsafe("checkpoint");
  const bare = await openBarePage(env);
  return {
    origin,
    times,
    processes,
    postmaster,
    bare,
    superUser,
    log: path.join(dataDir, "postgres.log"),
    async close() {
      bare.child.disconnect();
      launcher.kill("SIGTERM");
      await gone;
      await superUser.end();
      await server.stop({ remove: true });
    },
  };
}

/** What a start leaves to the worker, which looks each minute, is done once the trees have been quiet for longer than that. */
async function settle(processes: readonly number[]): Promise<void> {
  for (let last = cpuOf(processes), quiet = 0; quiet < QUIET_S; ) {
    await sleep(1000);
    const now = cpuOf(processes);
    quiet = now - last < 60 ? quiet + 1 : 0;
    last = now;
  }
}

async function openBarePage(env: NodeJS.ProcessEnv) {
  const file = path.join(import.meta.dirname, "bare-page.mjs");
  const child = spawn(process.execPath, [file], {
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const port = await new Promise<number>((resolve) => child.once("message", resolve));
  return { child, origin: `http://127.0.0.1:${port}` };
}
