import "./launch/check-node.mjs";
import { explain, print } from "./launch/log.mjs";
import { run } from "./launch/run.mjs";

const module = (file, ...args) => [`node_modules/${file}`, ...args];

/** What `npm run check` holds the code to; each is a program of its own. */
const CHECKS = {
  biome: module("@biomejs/biome/bin/biome", "ci", "--colors=off", "."),
  // Each thread reads the libraries' types anew: four of them take three times the CPU of one.
  types: module("typescript/bin/tsc", "--noEmit", "-p", ".", "--singleThreaded"),
  unused: module("knip/bin/knip.js"),
  house: module("vitest/vitest.mjs", "run", "--project", "unit", "scripts/house"),
};

async function check(name) {
  const start = performance.now();
  const { code, output } = await run(process.execPath, CHECKS[name], {
    env: { ...process.env, NO_COLOR: "1" },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
  return {
    name,
    isGood: code === 0,
    output,
    line: `${seconds} s  ${name.padEnd(7)} ${code === 0 ? "passed" : "FAILED"}`,
  };
}

async function checkAll() {
  // `npm test` runs the tests of the house by name with the others.
  const asked = Object.keys(CHECKS).filter((name) => !process.argv.includes(`--without=${name}`));
  const results = await Promise.all(asked.map(check));
  for (const { isGood, output, line } of results)
    print(isGood ? line : `${line}\n${output.trim()}\n`);
  const failed = results.filter(({ isGood }) => !isGood).length;
  print(`check: ${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

checkAll().catch((error) => {
  explain(error);
  process.exitCode = 1;
});
