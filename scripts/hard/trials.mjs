import { print, say } from "../launch/log.mjs";
import { run, typescript } from "../launch/run.mjs";
import { tryStops } from "./stop-under-load.mjs";
import { tryThroughTls } from "./through-tls.mjs";
import { startWebServer } from "./web-server.mjs";

const STOPS = 20;
const KILLS = 4;
const DEADLOCKS = 100;
const HIDINGS = 200;

async function stops({ env }) {
  const { isGood, total } = await tryStops(env, STOPS);
  for (const fault of new Set(total.faults)) print(`  ${fault}`);
  const line = `${STOPS} SIGTERM under 50 clients: ${total.answered} answered, ${total.cut} cut, ${total.failed} answered 5xx, ${total.refused} refused by both servers, slowest end ${(total.slowest / 1000).toFixed(1)} s`;
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, line };
}

async function throughTls(portal) {
  const { passed, failed, stacks } = await tryThroughTls(portal);
  const line = `through TLS: ${passed} passed, ${failed} failed, ${stacks} stacks in the log`;
  return { passed, failed, line };
}

/** Without these a script brings a database of its own. */
const APART = { ...process.env, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined };

/** A script that judges itself: its last line is what it has to say. */
async function judge(script, args = [], env = APART) {
  const { code, output } = await run(process.execPath, typescript(script, ...args), { env });
  if (code !== 0) print(output);
  const line = output.trim().split("\n").at(-1) ?? "";
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, line };
}

/** On a web server of its own, whose memory has seen nothing else. */
async function inputs({ env }) {
  const server = await startWebServer(env, { name: "inputs" });
  const address = { PORT: server.port, APP_ORIGIN: server.origin };
  try {
    return await judge("scripts/hard-inputs.ts", [], { ...env, ...address });
  } finally {
    await server.end();
  }
}

/** Two web servers of one database: each keeps pages of its own. */
async function kept({ env }) {
  const servers = [];
  try {
    for (const name of ["kept-1", "kept-2"]) servers.push(await startWebServer(env, { name }));
    const ORIGINS = servers.map(({ origin }) => origin).join(",");
    return await judge("scripts/hard-kept-pages.ts", [String(HIDINGS)], { ...env, ORIGINS });
  } finally {
    for (const server of servers) await server.end();
  }
}

const attempt = (trial, portal) =>
  trial(portal).catch((error) => ({ passed: 0, failed: 1, line: error.stack }));

/**
 * A trial of times and silences that is made once more when it fails: a neighbour may have held the machine for a moment.
 * Both lines are told; a second failure counts.
 */
export const twice = (trial) => async (portal) => {
  const first = await attempt(trial, portal);
  if (first.failed === 0) return first;
  const second = await attempt(trial, portal);
  return { ...second, line: `${second.line}; at first: ${first.line}` };
};

const TRIALS = {
  tls: throughTls,
  stops: twice(stops),
  kills: () => judge("scripts/kill-postgres.ts", [String(KILLS)]),
  kept,
  deadlocks: () => judge("scripts/hard-deadlocks.ts", [String(DEADLOCKS)]),
  inputs: twice(inputs),
};

/**
 * What must be repeated many times, on a running portal of the demo club (`env`) and with a browser: one line each,
 * noted in `count`.
 */
export async function runTrials(portal, count) {
  for (const [name, trial] of Object.entries(TRIALS)) {
    say(`Hard: ${name}`);
    const { passed, failed, line } = await attempt(trial, portal);
    const isGood = passed > 0 && failed === 0;
    print(`${isGood ? "passed" : "FAILED"}  ${name}: ${line}`);
    count.note(name, passed, failed, isGood ? [] : [line]);
  }
}
