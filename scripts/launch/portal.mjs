import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "./build.mjs";
import { ensureDataDir } from "./data-dir.mjs";
import { keepPostgres, prepareDatabase, separateRoles } from "./database.mjs";
import { databaseEnvironment, environment } from "./environment.mjs";
import { explain, print, say, setLogFormat, step, warn } from "./log.mjs";
import { checkPort, ownAddress } from "./port.mjs";
import { endRunning, typescript } from "./run.mjs";
import { loadDotEnv, readSettings } from "./settings.mjs";
import { stopInOrder } from "./stop-in-order.mjs";
import { supervise } from "./supervise.mjs";
import { watch } from "./watchdog.mjs";

const ABSENT_RETRY_MS = 3000;
const isDev = process.argv.includes("--dev");
const running = {};
let isEnding = false;

/** Ends what runs, and then the launcher. */
export async function end(code) {
  if (isEnding) return;
  isEnding = true;
  endRunning();
  await stopInOrder(running);
  if (Object.keys(running).length > 0) say("Stopped.");
  process.exit(code);
}

async function fail(error) {
  if (isEnding) return;
  explain(error);
  await end(1);
}

async function openDatabase(settings) {
  if (settings.databaseUrl) return { webUrl: settings.databaseUrl, ownerUrl: settings.ownerUrl };
  const server = await step("Starting the built-in PostgreSQL", () =>
    keepPostgres(settings.dataDir, settings.databasePort),
  );
  running.database = server;
  say(
    `${server.isAdopted ? "It was running already" : "It runs"}; its data is in ${server.folder}`,
  );
  return server;
}

/** Separates the roles, migrates and seeds; `env` learns the addresses. False while the database does not answer. */
async function prepare(settings, env, database) {
  const urls = await separateRoles(database.webUrl, database.ownerUrl, env.AUTH_SECRET);
  Object.assign(env, databaseEnvironment(urls));
  return prepareDatabase(env, {
    isDemo: settings.isDemo,
    isOwn: settings.databaseUrl !== undefined,
  });
}

function startWorker(env) {
  running.worker = supervise("worker", typescript("scripts/worker.ts"), () => env);
}

function startWeb(env) {
  const args = ["scripts/server.mjs", ...(isDev ? ["--dev"] : [])];
  // What serves strangers does not know the owner's password. Empty, since Next reads .env for what is not set at all.
  const web = supervise("web server", args, () => ({ ...env, DATABASE_OWNER_URL: "" }));
  running["web server"] = web;
  if (isDev) return;
  const unwatch = watch("web server", web, `${ownAddress(env)}/healthz`);
  running["web server"] = {
    ...web,
    expectEnd() {
      unwatch();
      web.expectEnd();
    },
  };
}

/** The portal serves before its database is there, and works as soon as it comes. */
async function awaitDatabase(settings, env, database) {
  warn("The database of DATABASE_URL does not answer: pages say so until it does.");
  const served = env.DATABASE_URL;
  while (!(await prepare(settings, env, database))) await sleep(ABSENT_RETRY_MS);
  if (env.DATABASE_URL !== served) running["web server"].restart();
  startWorker(env);
}

function welcome(settings) {
  say(`The portal is open: ${settings.origin}`);
  if (settings.isDemo) {
    print(`
  Demo accounts, all with the password confluence-2014-kapok:
    secretariat@example.org      administrator
    lin.meihua@example.org       moderator
    agathe.vernoux@example.org   member
  README.md lists the others.${process.env.SMTP_URL ? "" : ` Mails are kept at ${settings.origin}/dev/mail`}
`);
  } else {
    say("The first administrator gets a link from: npm run club -- admin create EMAIL");
  }
  if (!settings.isDemo && !settings.isMailed) {
    warn(
      "SMTP_URL is not set: mails are kept as files under DATA_DIR/mail and reach nobody. See .env.example.",
    );
  }
  if (!settings.isDemo && process.versions.node.startsWith("20.")) {
    warn(
      "Node.js 20 has had no security fixes since April 2026. Take 24, which also draws pages with a third less CPU.",
    );
  }
  say("Stop it with Ctrl-C.");
}

/** Brings the portal up, or says why it cannot. */
export async function start() {
  await bringUp().catch(fail);
}

async function bringUp() {
  loadDotEnv();
  const settings = readSettings();
  setLogFormat(settings.logFormat);
  await checkPort(settings);
  ensureDataDir(settings.dataDir);
  const env = environment(settings, { isDev });
  // Before the migrations: a build that fails leaves the database to the version that serves now.
  if (!isDev) await ensureBuilt(env);
  const database = await openDatabase(settings);
  const isThere = await prepare(settings, env, database);
  startWeb(env);
  if (isThere) startWorker(env);
  await step("Starting the web server", () => running["web server"].ready);
  welcome(settings);
  process.send?.({ env });
  if (!isThere) await awaitDatabase(settings, env, database);
}
