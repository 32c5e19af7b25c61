import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Refusal, step } from "./log.mjs";
import { must, ROOT } from "./run.mjs";

const MODULES = path.join(ROOT, "node_modules");
const LOCK = path.join(ROOT, "package-lock.json");
const STAMP = path.join(MODULES, ".stamp");
const INSTALL_MEGABYTES = 1200;

/** Refuses to go on when the disk that holds `folder` has less than `megabytes` free. */
export function checkDisk(folder, megabytes, setting) {
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free >= megabytes) return;
  throw new Refusal(
    `No disk space: ${free} MB free in ${folder}, ${megabytes} MB are needed.`,
    `Free some space${setting ? `, or set ${setting} to a folder on another disk` : ""}, then run the command again.`,
  );
}

const wanted = () =>
  createHash("sha256")
    .update(fs.readFileSync(LOCK))
    // Native parts are built for N-API: they serve every version of Node that fits.
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");

const changed = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isInstalled() {
  if (fs.existsSync(STAMP)) return fs.readFileSync(STAMP, "utf8") === wanted();
  return changed(path.join(MODULES, ".package-lock.json")) >= changed(LOCK);
}

function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js") && fs.existsSync(script))
    return [process.execPath, [script], false];
  return ["npm", [], process.platform === "win32"];
}

/** Refuses when this user may not write in the checkout, and says what its owner does beforehand. */
export function checkWritable(missing) {
  try {
    fs.accessSync(ROOT, fs.constants.W_OK);
  } catch {
    throw new Refusal(
      `${missing}, and this user cannot write in ${ROOT}.`,
      "As the owner of that folder, run: npm run build",
    );
  }
}

/** Runs `npm ci` when node_modules is missing or was installed from another lock file. */
export async function ensureInstalled() {
  if (isInstalled()) return noteInstalled();
  checkWritable("The packages of package-lock.json are not installed");
  checkDisk(ROOT, INSTALL_MEGABYTES);
  await step("Installing packages from package-lock.json", async () => {
    const [command, args, shell] = npm();
    try {
      await must("npm ci", command, [...args, "ci", "--include=dev", "--no-audit", "--no-fund"], {
        shell,
        advice:
          "Check the connection to the npm registry and the disk, then run the command again.",
      });
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
      throw new Refusal(
        "npm was not found.",
        "Install npm (it comes with Node.js), then run the command again.",
      );
    }
  });
  noteInstalled();
}

/** Keeps what was installed, where this user may: a checkout can be read-only by then. */
function noteInstalled() {
  try {
    if (!fs.existsSync(STAMP) || fs.readFileSync(STAMP, "utf8") !== wanted())
      fs.writeFileSync(STAMP, wanted());
  } catch (error) {
    if (!["EACCES", "EROFS", "EPERM"].includes(error.code)) throw error;
  }
}
