import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { packBuilt } from "../front/built-files.mjs";
import { compileAhead } from "./compile-ahead.mjs";
import { checkDisk, checkWritable } from "./install.mjs";
import { step } from "./log.mjs";
import { must, ROOT } from "./run.mjs";

const SOURCES = [
  ...["app", "components", "lib", "db", "public", "package-lock.json", "tsconfig.json"],
  ...["scripts/front/built-files.mjs", "scripts/launch/compile-ahead.mjs"],
];
const CONFIGURATION = /^(next|postcss)\.config\.\w+$|^instrumentation\.ts$/;
const IGNORED = /\.test\.tsx?$/;
const STAMP = path.join(ROOT, ".next", "club-build");
const BUILD_MEGABYTES = 400;

function* filesOf(name) {
  const file = path.join(ROOT, name);
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory())
    for (const child of fs.readdirSync(file).sort()) yield* filesOf(path.join(name, child));
  else if (!IGNORED.test(name)) yield name;
}

/** A digest of everything that the build reads. */
function digest() {
  const hash = createHash("sha256");
  for (const source of [
    ...SOURCES,
    ...fs
      .readdirSync(ROOT)
      .filter((name) => CONFIGURATION.test(name))
      .sort(),
  ]) {
    for (const name of filesOf(source)) {
      const bytes = fs.readFileSync(path.join(ROOT, name));
      hash.update(`${name}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest("hex");
}

function isCurrent(sources) {
  return (
    fs.existsSync(path.join(ROOT, ".next", "BUILD_ID")) &&
    fs.existsSync(STAMP) &&
    fs.readFileSync(STAMP, "utf8") === sources
  );
}

/** Runs `next build` when the last one was made from other sources. The build sees no database. */
export async function ensureBuilt(env) {
  const sources = digest();
  if (isCurrent(sources)) return;
  checkWritable("The pages are not built from these sources");
  checkDisk(ROOT, BUILD_MEGABYTES);
  const { DATABASE_URL: _web, DATABASE_OWNER_URL: _owner, ...rest } = env;
  await step("Building the pages", async () => {
    fs.rmSync(STAMP, { force: true });
    await must("next build", process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { ...rest, NODE_ENV: "production" },
      advice: "Correct what the build complains about, then run the command again.",
    });
    compileAhead(path.join(ROOT, ".next"));
    await packBuilt(path.join(ROOT, ".next", "static"));
    fs.writeFileSync(STAMP, sources);
  });
}
