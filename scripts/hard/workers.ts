import { type ChildProcess, spawn } from "node:child_process";
import { typescript } from "../launch/run.mjs";

type Worker = { child: ChildProcess; isActive: boolean };

function start(env: NodeJS.ProcessEnv): Worker {
  const child = spawn(process.execPath, typescript("scripts/worker.ts"), {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const worker = { child, isActive: false };
  child.stdout?.setEncoding("utf8").on("data", (words: string) => {
    if (words.includes("worker.started")) worker.isActive = true;
  });
  return worker;
}

/**
 * Two workers of one database, of which one works and one stands by. `active` is the one at work, if any; `killActive` kills it
 * and starts another that stands by; `end` kills both. They end with this process, whatever ends it.
 */
export function startWorkers(settings: Record<string, string | undefined>) {
  const env = { ...process.env, ...settings };
  let workers = [start(env), start(env)];
  const active = () => workers.find(({ isActive }) => isActive);
  const end = () => {
    for (const { child } of workers) child.kill("SIGKILL");
  };
  process.once("exit", end);
  return {
    active,
    end,
    killActive() {
      const one = active();
      one?.child.kill("SIGKILL");
      workers = [...workers.filter((each) => each !== one), start(env)];
    },
  };
}
