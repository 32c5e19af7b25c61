import fs from "node:fs";
import path from "node:path";
import { Refusal } from "./log.mjs";
import { ROOT } from "./run.mjs";

const ON_DATABASE = /(\.db|(^|[./])(mutations|queries))\.test\.ts$/;
const JOURNEYS = "e2e/journeys";

/**
 * What `npm test -- WORD…` asks for: the files of each kind whose name has a word in it (`lib/accounts/policy.test.ts`,
 * `two-tabs-meet`). Refuses a word that no test's name has.
 */
export function namedTests(words) {
  const tests = ["app", "components", "db", "lib", "scripts", "e2e"].flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true })
      .map((name) => path.posix.join(folder, name.replaceAll(path.sep, "/")))
      .filter((name) => /\.test\.(ts|mjs)$/.test(name) || name.startsWith(JOURNEYS)),
  );
  const files = new Set();
  for (const word of words) {
    const found = tests.filter((name) => name.includes(word.replace(/^\.\//, "")));
    if (found.length === 0) throw new Refusal(`No test has "${word}" in its name.`);
    for (const name of found) files.add(name);
  }
  const all = [...files];
  const isJourney = (name) => name.endsWith(".spec.ts");
  return {
    unit: all.filter((name) => !isJourney(name) && !ON_DATABASE.test(name)),
    db: all.filter((name) => ON_DATABASE.test(name)),
    e2e: all.filter(isJourney),
  };
}
