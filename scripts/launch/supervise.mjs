import { spawn } from "node:child_process";
import path from "node:path";
import { Refusal, warn } from "./log.mjs";
import { ROOT } from "./run.mjs";

const STEADY_MS = 60_000;
const LONGEST_MS = 8000;
const FOLLOW = path.join(import.meta.dirname, "follow-launcher.mjs");

function spawnFollower(args, env) {
  return spawn(process.execPath, ["--import", `file://${FOLLOW}`, ...args], {
    cwd: ROOT,
    env,
    // A group of its own: Ctrl-C reaches the launcher alone, which ends its processes in order.
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

/**
 * Keeps a Node process running: started again when it ends, after 0.25 s, then twice as long each time.
 * `ready` settles when the process sends "ready"; it fails when the process ends before that.
 */
export function supervise(name, args, environment) {
  let child = null;
  let isEndExpected = false;
  let failures = 0;
  let timer;
  let settle;
  const ready = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  ready.catch(() => {});

  function launch() {
    const since = Date.now();
    child = spawnFollower(args, environment());
    child.on("message", (message) => message === "ready" && settle.resolve());
    child.on("exit", (code, signal) => {
      child = null;
      settle.reject(
        new Refusal(`The ${name} did not start (${signal ?? `exit code ${code}`}); see above.`),
      );
      if (isEndExpected) return;
      failures = Date.now() - since > STEADY_MS ? 0 : failures + 1;
      const delay = Math.min(LONGEST_MS, 125 * 2 ** failures);
      warn(
        `The ${name} ended (${signal ?? `exit code ${code}`}); starting it again in ${delay / 1000} s.`,
      );
      timer = setTimeout(launch, delay);
    });
  }

  function expectEnd() {
    isEndExpected = true;
    clearTimeout(timer);
  }

  launch();
  return {
    ready,
    /** The process that runs now, or null between two. */
    current: () => child,
    /** Ends the process and lets it be started again, with a new environment. */
    restart: () => child?.kill("SIGTERM"),
    /** From now on the process is not started again, however it ends. */
    expectEnd,
    /** Asks the process to end, and ends it after `patience` milliseconds. */
    async stop(patience = 10_000) {
      expectEnd();
      if (!child) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const force = setTimeout(() => child?.kill("SIGKILL"), patience);
      await gone;
      clearTimeout(force);
    },
  };
}
