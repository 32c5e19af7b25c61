import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { freePort } from "../launch/port.mjs";
import { ROOT } from "../launch/run.mjs";

/** It ends when whoever started it does. */
const FOLLOW = ["--import", `file://${path.join(ROOT, "scripts/launch/follow-launcher.mjs")}`];

/** Those that have not ended. */
const living = new Set();

/** Ends what is left of them at once, by which whatever waits for one goes on. */
export function killServers() {
  for (const child of living) child.kill("SIGKILL");
}

/**
 * One more web server of a running portal, with its database and secrets and an address of its own. Gives its port, its
 * log and `end(signal)`, which settles with its exit code and the milliseconds that it took.
 */
export async function startWebServer(env, { origin, name }) {
  const port = String(await freePort());
  const log = path.join(ROOT, "test-results", `${name}.log`);
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = fs.openSync(log, "w");
  const { DATABASE_OWNER_URL: _owner, ...rest } = env;
  const address = origin ?? `http://localhost:${port}`;
  const child = spawn(process.execPath, [...FOLLOW, "scripts/server.mjs"], {
    cwd: ROOT,
    env: { ...rest, PORT: port, APP_ORIGIN: address, NEXTAUTH_URL: address },
    stdio: ["ignore", output, output, "ipc"],
  });
  fs.closeSync(output);
  living.add(child);
  const gone = new Promise((resolve) =>
    child.once("exit", (code, signal) => {
      living.delete(child);
      resolve(signal ?? code);
    }),
  );
  const ready = new Promise((resolve) => child.once("message", () => resolve(true)));
  if (!(await Promise.race([ready, gone.then(() => false)])))
    throw new Error(`The web server did not start.\n${fs.readFileSync(log, "utf8")}`);
  return {
    port,
    origin: address,
    log,
    gone,
    async end(signal = "SIGTERM") {
      const asked = performance.now();
      child.kill(signal);
      const code = await gone;
      return { code, took: performance.now() - asked };
    },
  };
}
