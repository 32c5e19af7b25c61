import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** V8 then compiles every function of a script while it arrives, beside the page's own thread; a comment to all others. */
const HINT = "//# allFunctionsCalledOnLoad\n";

/** What of a build never names a script to a browser. */
const SILENT = new Set(["cache", "diagnostics", "static"]);

const digestOf = (bytes) => createHash("sha256").update(bytes).digest("base64");

function* namersOf(folder) {
  for (const it of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, it.name);
    if (it.isFile()) yield file;
    else if (it.isDirectory() && !SILENT.has(it.name)) yield* namersOf(file);
  }
}

/**
 * Has the scripts that every page starts with compiled ahead, in the build that lies in `folder` (`.next`): React's first
 * run holds a phone half as long. Each gets a name of its own, since a browser may keep other bytes by the old one, and
 * whatever names it or carries its integrity says so. Throws where a script of the build names one of them.
 */
export function compileAhead(folder) {
  const { rootMainFiles } = JSON.parse(
    fs.readFileSync(path.join(folder, "build-manifest.json"), "utf8"),
  );
  const scripts = fs
    .readdirSync(path.join(folder, "static"), { recursive: true })
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
  for (const file of namersOf(folder)) {
    const before = fs.readFileSync(file, "latin1");
    let after = before;
    for (const [old, own] of renewed) after = after.replaceAll(old, own);
    if (after !== before) fs.writeFileSync(file, after, "latin1");
  }
}
