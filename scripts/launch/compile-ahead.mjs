import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { namesIn } from "../front/built-files.mjs";

/** V8 then compiles every function of a script while it arrives, beside the page's own thread; a comment to all others. */
const HINT = "//# allFunctionsCalledOnLoad\n";

/** What of a build may name a script to a browser, beside the scripts: its lists and what the server runs. */
const NAMERS = /^(?:server[\\/].*|[^\\/]+)$/;

const digestOf = (bytes) => createHash("sha256").update(bytes).digest("base64");

/**
 * Has the scripts that every page starts with compiled ahead, in the build that lies in `folder` (`.next`): React's first
 * run holds a phone half as long. Each gets a name of its own, since a browser may keep other bytes by the old one, and
 * whatever names it or carries its integrity says so. Throws where a script of the build names one of them.
 */
export function compileAhead(folder) {
  const { rootMainFiles } = JSON.parse(
    fs.readFileSync(path.join(folder, "build-manifest.json"), "utf8"),
  );
  const scripts = namesIn(path.join(folder, "static"))
    .filter((it) => it.endsWith(".js"))
    .map((it) => [it, fs.readFileSync(path.join(folder, "static", it), "utf8")]);
  const renewed = new Map();
  for (const name of rootMainFiles) {
    const stem = path.posix.basename(name, ".js");
    const [by] = scripts.find(([, text]) => text.includes(stem)) ?? [];
    if (by) throw new Error(`${by} names ${name}, which cannot be given another name`);
    const plain = fs.readFileSync(path.join(folder, name));
    const hinted = Buffer.concat([Buffer.from(HINT), plain]);
    const digest = digestOf(hinted);
    const renamed = `${stem}-${digest.replace(/\W/g, "").slice(0, 8)}`;
    renewed.set(stem, renamed).set(digestOf(plain), digest);
    fs.writeFileSync(path.join(folder, path.posix.dirname(name), `${renamed}.js`), hinted);
    fs.rmSync(path.join(folder, name));
  }
  for (const name of namesIn(folder).filter((it) => NAMERS.test(it))) {
    const file = path.join(folder, name);
    const before = fs.readFileSync(file, "latin1");
    let after = before;
    for (const [old, own] of renewed) after = after.replaceAll(old, own);
    if (after !== before) fs.writeFileSync(file, after, "latin1");
  }
}
