import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "./log.mjs";
import { binary, SERVER_USER } from "./postgres-files.mjs";

const LOG_BYTES = 10 * 1024 ** 2;

/** What postmaster.pid says of the server of this folder, or null. */
export function readPostmaster(folder) {
  try {
    const lines = fs.readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

/** False for a process that is gone, dead but not yet buried, or (on Linux) another program under a reused number. */
export function isPostgres(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    const [, program, state] = fs.readFileSync(`/proc/${pid}/stat`, "utf8").match(/\((.*)\) (\S)/s);
    return program === "postgres" && state !== "Z" && state !== "X";
  } catch {
    return false;
  }
}

const OPTIONS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  // The log must not repeat what people typed.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

function openLog(file) {
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES)
    fs.renameSync(file, `${file}.1`);
  const start = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    fd: fs.openSync(file, "a", 0o600),
    read: () => fs.readFileSync(file, "utf8").slice(start),
  };
}

/**
 * Starts the server of `folder` as a child in its own process group, so that Ctrl-C does not reach it first.
 * Gives back the child once it accepts connections, or null when another launcher was quicker or the last
 * server is still going down; the caller looks again.
 */
export async function spawnServer(native, folder, port, logFile, more = {}) {
  const log = openLog(logFile);
  const settings = Object.entries({ ...OPTIONS, ...more }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const child = spawn(binary(native, "postgres"), ["-D", folder, "-p", String(port), ...settings], {
    cwd: path.parse(folder).root,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    ...SERVER_USER,
  });
  fs.closeSync(log.fd);
  let isOver = false;
  child.on("exit", () => {
    isOver = true;
  });
  child.on("error", () => {
    isOver = true;
  });
  while (!isOver) {
    const postmaster = readPostmaster(folder);
    if (postmaster?.pid === child.pid && postmaster.isReady) return child;
    await sleep(25);
  }
  const said = log.read();
  if (/lock file .* already exists|shared memory block .* still in use/i.test(said)) return null;
  if (/No space left/i.test(said)) throw Object.assign(new Error("postgres"), { code: "ENOSPC" });
  if (/Address already in use/i.test(said))
    throw Object.assign(new Error("postgres"), { code: "EADDRINUSE" });
  throw new Refusal(
    `The built-in PostgreSQL did not start.\n${said.trim().slice(-800)}`,
    /invalid permissions|wrong ownership|Permission denied/.test(said)
      ? `${folder} belongs to the user who runs the portal, and to nobody else (chown -R, chmod 700).`
      : `Its log is ${logFile}`,
  );
}
