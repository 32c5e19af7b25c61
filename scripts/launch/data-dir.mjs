import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { checkDisk } from "./install.mjs";
import { Refusal } from "./log.mjs";

const DATA_MEGABYTES = 150;

/** One folder at a time: Node's own recursive way never ends where the system answers "not found" (/proc). */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

const secretsFile = (dataDir) => path.join(dataDir, "secrets.json");

/**
 * Refuses root where another user runs the portal: what root writes, that user may not read or change, and erasures fail
 * from then on. `uid` is what a file of this process belongs to.
 */
function checkUser(dataDir, uid) {
  if (process.getuid?.() !== 0) return;
  const owner = fs.statSync(secretsFile(dataDir), { throwIfNoEntry: false })?.uid ?? uid;
  if (owner === uid) return;
  throw new Refusal(
    `DATA_DIR is that of a portal which another user runs (number ${owner}), who could not change what root leaves there.`,
    `Run the command as that user: sudo -u '#${owner}' …`,
  );
}

/** Creates DATA_DIR if needed and refuses when it cannot be written, is another user's or its disk is full. */
export function ensureDataDir(dataDir) {
  try {
    makeFolder(dataDir);
    const probe = path.join(dataDir, `.probe-${process.pid}`);
    fs.writeFileSync(probe, "");
    const { uid } = fs.statSync(probe);
    fs.rmSync(probe);
    checkUser(dataDir, uid);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error.code === "ENOSPC" || error.code === "EDQUOT") throw error;
    throw new Refusal(
      `DATA_DIR cannot be written (${error.code}).`,
      "Give the user who runs the portal the right to write there, or set DATA_DIR to another folder.",
    );
  }
  checkDisk(dataDir, DATA_MEGABYTES, "DATA_DIR");
}

/** Reads a JSON object that only the portal's user may read; an absent file is an empty object. */
export function readPrivate(file) {
  if (!fs.existsSync(file)) return {};
  let text;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    throw new Refusal(
      `${file} cannot be read (${error.code}).`,
      "All of DATA_DIR belongs to the user who runs the portal (chown -R).",
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(file);
  }
}

const damaged = (file) =>
  new Refusal(
    `${file} is damaged.`,
    "Restore it from a backup. postgres.json says where the database is and holds its passwords; without secrets.json " +
      "new secrets are made, and the start then says what to do.",
  );

/** Replaces such a file in one move, so that a crash leaves the old one or the new one. */
export function writePrivate(file, value) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(draft, file);
}

/** Writes such a file unless another process was quicker; gives back what the file holds then. */
export function keepFirst(file, value) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    fs.rmSync(draft);
  }
  return readPrivate(file);
}

/** The secrets of this installation, made at the first start; a setting of the same name wins. */
export function ensureSecrets(dataDir, env) {
  const file = secretsFile(dataDir);
  const kept = keepFirst(file, {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  });
  const secretOf = (name) => {
    const secret = env[name] ?? kept[name];
    if (!secret) throw damaged(file);
    return secret;
  };
  return {
    AUTH_SECRET: secretOf("AUTH_SECRET"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secretOf("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"),
  };
}
