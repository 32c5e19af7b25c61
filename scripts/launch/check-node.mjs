import fs from "node:fs";

/**
 * Imported first, before anything that an older Node could not load: ends the command when package.json does not allow
 * this Node, and says which it needs.
 */

const below = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** Whether a version fits a range of `^A.B`, `>=A.B` and `<A` joined by spaces (and) and `||` (or). */
export function fits(version, range) {
  const own = version.split(".").map(Number);
  return range.split("||").some((all) =>
    all
      .trim()
      .split(/\s+/)
      .every((one) => {
        const [, sign, major, minor] = one.match(/^(\^|>=|<)(\d+)(?:\.(\d+))?$/) ?? [];
        const asked = [Number(major), Number(minor ?? 0)];
        if (sign === "<") return below(own, asked);
        return !below(own, asked) && (sign === ">=" || own[0] === asked[0]);
      }),
  );
}

const file = new URL("../../package.json", import.meta.url);
const range = JSON.parse(fs.readFileSync(file, "utf8")).engines.node;

if (!fits(process.versions.node, range)) {
  process.stderr.write(
    `\nNode.js ${process.versions.node} does not fit: the portal needs ${range}.\n` +
      "Install a fitting version from https://nodejs.org (the file .nvmrc names the one it is tested with).\n",
  );
  process.exit(1);
}
