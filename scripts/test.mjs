import "./launch/check-node.mjs";
import fs from "node:fs";
import path from "node:path";
import { findBrowser } from "./launch/find-browser.mjs";
import { followNpm } from "./launch/follow-npm.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { explain, Refusal, say } from "./launch/log.mjs";
import { namedTests } from "./launch/named-tests.mjs";
import { endRunning, run } from "./launch/run.mjs";
import { tally } from "./launch/tally.mjs";

const only = process.argv
  .find((argument) => argument.startsWith("--only="))
  ?.slice("--only=".length);
/** `npm test -- two-tabs-meet lib/core/log.test.ts`: these alone. */
const words = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
let named = null;
const DATABASE_WORKERS = 2;
const count = tally();
const cleanups = [];
let isEnding = false;

async function end(code) {
  if (isEnding) return;
  isEnding = true;
  endRunning();
  for (const cleanup of cleanups.reverse()) await cleanup().catch(explain);
  process.exit(code);
}

const show = (args, env) =>
  run(process.execPath, args, { show: true, env: { ...process.env, ...env } });

async function runCheck() {
  const args = only ? [] : ["--without=house"];
  const { code, output } = await run(process.execPath, ["scripts/check.mjs", ...args]);
  process.stdout.write(output);
  const [, passed, failed] = output.match(/(\d+) passed, (\d+) failed\s*$/) ?? [];
  count.note("check", Number(passed ?? 0), Number(failed ?? (code || 1)));
}

async function runVitest(kind, folder, env) {
  const report = path.join(folder, `${kind}.json`);
  const args = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await show(
    ["node_modules/vitest/vitest.mjs", "run", "--project", kind, ...args, ...(named?.[kind] ?? [])],
    { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, ...env },
  );
  count.vitest(kind, report, code);
}

/** One file has what it needs made once; all of them have many databases, which are copies of one. */
async function provideCopies(provideTemplate) {
  if (named) return;
  const template = await provideTemplate();
  cleanups.push(template.remove);
  Object.assign(process.env, template.env);
}

async function runDatabase(folder) {
  const { provideDatabase, provideTemplate } = await import("./test-database.mjs");
  await provideCopies(provideTemplate);
  const workers = Math.min(DATABASE_WORKERS, named?.db.length ?? DATABASE_WORKERS);
  const databases = await Promise.all(
    Array.from({ length: workers }, async () => {
      const { env, remove } = await provideDatabase();
      cleanups.push(remove);
      return env;
    }),
  );
  await runVitest("db", folder, { TEST_DATABASES: JSON.stringify(databases) });
}

async function weigh(env) {
  const { weighPages } = await import("./launch/weigh-pages.mjs");
  const { within, over } = await weighPages(env);
  count.note("weigh", within, over);
}

async function runBrowser(folder) {
  const { startTestPortal } = await import("./launch/test-portal.mjs");
  const CHROMIUM_PATH = await findBrowser();
  say(`Browser: ${CHROMIUM_PATH}`);
  const portal = await startTestPortal(folder);
  cleanups.push(portal.stop);
  if (!named) await weigh(portal.env);
  const report = path.join(folder, "e2e.json");
  const env = {
    ...portal.env,
    CHROMIUM_PATH,
    E2E_REPORT: report,
    E2E_NAMED: named ? "yes" : undefined,
    NODE_OPTIONS: "--conditions=react-server",
  };
  const { code } = await show(
    ["node_modules/@playwright/test/cli.js", "test", ...(named?.e2e ?? [])],
    env,
  );
  count.playwright("e2e", report, code);
}

const RUNS = {
  check: runCheck,
  unit: (folder) => runVitest("unit", folder),
  db: runDatabase,
  e2e: runBrowser,
};

/** The kinds of tests that this command asks for, in their order. */
function kindsAsked() {
  const kinds = Object.keys(RUNS);
  if (only && !kinds.includes(only)) throw new Refusal(`--only knows ${kinds.join(", ")}.`);
  if (words.length > 0) named = namedTests(words);
  return kinds.filter((kind) => (only ? kind === only : !named || named[kind]?.length > 0));
}

async function test() {
  const kinds = kindsAsked();
  await ensureInstalled();
  const { temporaryFolder } = await import("./test-database.mjs");
  const folder = temporaryFolder();
  cleanups.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
  for (const kind of kinds) {
    say(`Tests: ${kind}`);
    await RUNS[kind](folder);
    if (isEnding) return;
  }
}

followNpm(() => end(130));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(130));

test()
  .catch((error) => {
    if (isEnding) return;
    explain(error);
    count.note("start", 0, 1);
  })
  .then(async () => {
    if (isEnding) return;
    isEnding = true;
    for (const cleanup of cleanups.reverse()) await cleanup().catch(explain);
    process.exitCode = count.close(performance.now() / 1000) ? 0 : 1;
  });
