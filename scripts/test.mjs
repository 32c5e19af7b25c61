import fs from "node:fs";
import path from "node:path";
import { findBrowser } from "./launch/find-browser.mjs";
import { checkNode, ensureInstalled } from "./launch/install.mjs";
import { explain, say } from "./launch/log.mjs";
import { endRunning, run } from "./launch/run.mjs";
import { tally } from "./launch/tally.mjs";

const KINDS = ["check", "unit", "db", "e2e"];
const only = process.argv
  .find((argument) => argument.startsWith("--only="))
  ?.slice("--only=".length);
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
  const { code, output } = await run(process.execPath, ["scripts/check.mjs"]);
  process.stdout.write(output);
  const [, passed, failed] = output.match(/(\d+) passed, (\d+) failed\s*$/) ?? [];
  count.note("check", Number(passed ?? 0), Number(failed ?? (code || 1)));
}

async function runVitest(kind, folder) {
  const report = path.join(folder, `${kind}.json`);
  const args = [
    "run",
    "--project",
    kind,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code } = await show(["node_modules/vitest/vitest.mjs", ...args], {
    DATABASE_URL: undefined,
    DATABASE_OWNER_URL: undefined,
  });
  count.vitest(kind, report, code);
}

async function runBrowser(folder) {
  const { startTestPortal } = await import("./launch/test-portal.mjs");
  const CHROMIUM_PATH = await findBrowser();
  say(`Browser: ${CHROMIUM_PATH}`);
  const portal = await startTestPortal(folder);
  cleanups.push(portal.stop);
  const report = path.join(folder, "e2e.json");
  const env = {
    ...portal.env,
    CHROMIUM_PATH,
    E2E_REPORT: report,
    NODE_OPTIONS: "--conditions=react-server",
  };
  const { code } = await show(["node_modules/@playwright/test/cli.js", "test"], env);
  count.playwright("e2e", report, code);
}

async function test() {
  if (only && !KINDS.includes(only)) throw new Error(`--only knows ${KINDS.join(", ")}`);
  checkNode();
  await ensureInstalled();
  const { temporaryFolder } = await import("./test-database.mjs");
  const folder = temporaryFolder();
  cleanups.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
  const kinds = only ? [only] : KINDS;
  for (const kind of kinds) {
    say(`Tests: ${kind}`);
    if (kind === "check") await runCheck();
    else if (kind === "e2e") await runBrowser(folder);
    else await runVitest(kind, folder);
    if (isEnding) return;
  }
}

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
