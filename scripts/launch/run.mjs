import { spawn } from "node:child_process";
import path from "node:path";
import { Refusal } from "./log.mjs";

export const ROOT = path.resolve(import.meta.dirname, "../..");

const running = new Set();

/** Ends what `run` has started and is still waiting for. */
export function endRunning() {
  for (const child of running) child.kill();
}

/** What a command left behind may hold its output open for ever. */
const LAST_WORDS_MS = 2000;

/**
 * Runs a command to its end and gives back what it printed; after `timeout` ms it is killed.
 * `show` passes its output through; otherwise it is kept and shown only when the command fails.
 */
export function run(
  command,
  args,
  { env = process.env, show = false, cwd = ROOT, shell = false, timeout } = {},
) {
  return new Promise((resolve, reject) => {
    const stdio = show ? "inherit" : ["ignore", "pipe", "pipe"];
    const child = spawn(command, args, { cwd, env, shell, stdio, timeout, killSignal: "SIGKILL" });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", (error) => {
      running.delete(child);
      reject(error);
    });
    child.on("exit", () => {
      const hangUp = () => [child.stdout, child.stderr].map((stream) => stream?.destroy());
      const timer = setTimeout(hangUp, LAST_WORDS_MS);
      child.on("close", () => clearTimeout(timer));
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/** Runs a command that must succeed; otherwise refuses with the last lines it printed. */
export async function must(what, command, args, options) {
  const { code, signal, output } = await run(command, args, options);
  if (code === 0) return output;
  const tail = output.trim().split("\n").slice(-40).join("\n");
  throw new Refusal(`${what} failed (${signal ?? `exit code ${code}`}).\n${tail}`, options?.advice);
}

/** Node's arguments that run a TypeScript file of the portal outside Next. */
export const typescript = (file, ...args) => [
  "--conditions=react-server",
  "--import",
  "tsx",
  file,
  ...args,
];
