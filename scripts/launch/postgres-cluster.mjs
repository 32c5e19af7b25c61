import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { keepFirst, readPrivate, writePrivate } from "./data-dir.mjs";
import { Refusal } from "./log.mjs";
import { createCluster, newClusterFolder, runTool } from "./postgres-files.mjs";
import { isPostgres, readPostmaster } from "./postgres-process.mjs";

const newPassword = () => randomBytes(24).toString("base64url");
const clusterFile = (dataDir) => path.join(dataDir, "postgres.json");

/** What is kept of the cluster of this DATA_DIR: its folder, port and passwords. */
export function openCluster(dataDir, native, options) {
  const file = clusterFile(dataDir);
  const passwords = {
    club_super: newPassword(),
    club_owner: newPassword(),
    club_web: newPassword(),
  };
  const kept = fs.existsSync(file)
    ? readPrivate(file)
    : keepFirst(file, { folder: newClusterFolder(dataDir), passwords });
  // Kept relative, so that a portal that is moved finds its data again.
  const cluster = { ...kept, folder: path.resolve(dataDir, kept.folder) };
  if (!isCluster(cluster.folder)) {
    // Earlier versions kept a port once the database had run.
    if (kept.isMade || kept.port) throw lostCluster(cluster.folder, file);
    createCluster(native, cluster.folder, cluster.passwords.club_super, options);
  } else if (kept.passwords.club_super === passwords.club_super) {
    resetSuper(native, cluster);
  }
  if (!kept.isMade) writePrivate(file, { ...readPrivate(file), isMade: true });
  return cluster;
}

/** Whether a folder holds a cluster. Throws where this user may not look, which says nothing of what is in it. */
function isCluster(folder) {
  try {
    return fs.statSync(path.join(folder, "PG_VERSION")).isFile();
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return false;
  }
}

/** A folder that was there and is not: an empty club in its place would look like a lost one. */
const lostCluster = (folder, file) =>
  new Refusal(
    `The database of this DATA_DIR is not in ${folder} any more.`,
    `Bring that folder back (a disk that is not mounted, a backup). To begin with an empty database, remove ${file}.`,
  );

/** The passwords file was lost but the data was not: the single-user mode sets a new password without the old one. */
function resetSuper(native, { folder, passwords }) {
  if (isPostgres(readPostmaster(folder)?.pid))
    runTool(native, "pg_ctl", ["-D", folder, "stop", "-m", "fast"]);
  const input = `alter role club_super password '${passwords.club_super}'\n`;
  const { status, stderr } = runTool(native, "postgres", ["--single", "-D", folder, "postgres"], {
    input,
  });
  if (status !== 0) throw new Refusal(`The database's passwords could not be renewed.\n${stderr}`);
}

/** Where each role connects. */
export function urlsOf({ port, passwords }) {
  const url = (role, database) =>
    `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  return {
    ownerUrl: url("club_owner", "club"),
    webUrl: url("club_web", "club"),
    superUrl: url("club_super", "postgres"),
  };
}

/** Keeps the port that was chosen. */
export function keepPort(dataDir, port) {
  const file = clusterFile(dataDir);
  writePrivate(file, { ...readPrivate(file), port });
}
