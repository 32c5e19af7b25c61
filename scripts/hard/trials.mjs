import { print, Refusal, say } from "../launch/log.mjs";
import { run, typescript } from "../launch/run.mjs";
import { tryStops } from "./stop-under-load.mjs";
import { tryThroughTls } from "./through-tls.mjs";
import { killServers, startWebServer } from "./web-server.mjs";

/** By hand `--rounds=` makes more of each. */
const STOPS = 10;
const KILLS = 4;
const DEADLOCKS = 50;
const HIDINGS = 100;
const CANARIES = 56;
const WORKER_KILLS = 4;
const REGISTRATIONS = 1000;
const DIGESTED = "100";
/** Longer than any takes: one that hangs fails, and the others are made. Rounds that somebody asks for may take theirs. */
const TRIAL_MS = 600_000;
/** So much longer may take what starts and ends its servers. */
const SERVERS_MS = 60_000;

async function stops({ env, rounds = STOPS }) {
  const { isGood, total } = await tryStops(env, Number(rounds));
  for (const fault of new Set(total.faults)) print(`  ${fault}`);
  const line = `${rounds} SIGTERM under 50 clients: ${total.answered} answered, ${total.cut} cut, ${total.failed} answered 5xx, ${total.refused} refused by both servers, slowest end ${(total.slowest / 1000).toFixed(1)} s`;
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, line };
}

async function throughTls(portal) {
  const { passed, failed, stacks } = await tryThroughTls(portal, TRIAL_MS);
  const line = `through TLS: ${passed} passed, ${failed} failed, ${stacks} stacks in the log`;
  return { passed, failed, line };
}

/** Without these a script brings a database of its own. */
const apart = () => ({ ...process.env, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined });

/**
 * A script that judges itself, in so many `rounds` or its `usual` ones, if it has any: its last line is what it has to say.
 * After `timeout` ms it is killed; 0 gives it all the time it takes.
 */
export async function judge(
  script,
  { rounds, usual, more = [], env = apart(), timeout = rounds === undefined ? TRIAL_MS : 0 },
) {
  const args = [rounds ?? usual, ...more].filter((arg) => arg !== undefined).map(String);
  const command = typescript(script, ...args);
  const { code, signal, output } = await run(process.execPath, command, { env, timeout });
  if (code !== 0) print(output);
  const said = output.trim().split("\n").at(-1) ?? "";
  const line = signal ? `ended by ${signal}, limit ${timeout / 1000} s: ${said}` : said;
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, line };
}

/** With a database of its own, in so many rounds. */
const byItself =
  (script, usual, ...more) =>
  ({ rounds }) =>
    judge(script, { rounds, usual, more });

/** On a web server of its own, which has seen nothing else. */
const onOneServer =
  (name, usual) =>
  async ({ env, rounds }) => {
    const server = await startWebServer(env, { name });
    const address = { PORT: server.port, APP_ORIGIN: server.origin };
    try {
      const asked = { rounds, usual, env: { ...env, ...address } };
      return await judge(`scripts/hard-${name}.ts`, asked);
    } finally {
      await server.end();
    }
  };

/** Two web servers of one database: each keeps pages of its own. */
const onTwoServers =
  (name, usual) =>
  async ({ env, rounds }) => {
    const servers = [];
    try {
      for (const which of [1, 2])
        servers.push(await startWebServer(env, { name: `${name}-${which}` }));
      const ORIGINS = servers.map(({ origin }) => origin).join(",");
      const asked = { rounds, usual, env: { ...env, ORIGINS } };
      return await judge(`scripts/hard-${name}.ts`, asked);
    } finally {
      for (const server of servers) await server.end();
    }
  };

/** One that waits for something that never comes fails, and its servers are killed; `rounds` that somebody asks for take theirs. */
export const inTime =
  (trial, limit = TRIAL_MS + SERVERS_MS) =>
  async (portal) => {
    if (portal.rounds !== undefined) return trial(portal);
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => {
        killServers();
        resolve({ passed: 0, failed: 1, line: `not over after ${limit / 1000} s` });
      }, limit);
    });
    return Promise.race([trial(portal), late]).finally(() => clearTimeout(timer));
  };

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
  tls: inTime(throughTls),
  stops: twice(inTime(stops)),
  kills: byItself("scripts/kill-postgres.ts", KILLS),
  kept: inTime(onTwoServers("kept-pages", HIDINGS)),
  canaries: inTime(onTwoServers("canaries", CANARIES)),
  deadlocks: byItself("scripts/hard-deadlocks.ts", DEADLOCKS),
  seats: byItself("scripts/hard-seats.ts", REGISTRATIONS),
  digests: byItself("scripts/hard-digests.ts", WORKER_KILLS, DIGESTED),
  mailings: byItself("scripts/hard-mailings.ts", WORKER_KILLS, DIGESTED),
  inputs: twice(inTime(onOneServer("inputs"))),
  rush: twice(inTime(onOneServer("rush", REGISTRATIONS))),
};

/**
 * What is asked for by `npm run hard -- kept canaries --rounds=1000`: these trials, or all of them, and in how many rounds,
 * where they have any. Refuses a name that no trial has.
 */
export function readWishes(args) {
  const given = args.filter((arg) => !arg.startsWith("--rounds="));
  const unknown = given.find((name) => !(name in TRIALS));
  if (unknown)
    throw new Refusal(`No trial is called "${unknown}": ${Object.keys(TRIALS).join(", ")}.`);
  const rounds = args.find((arg) => !given.includes(arg))?.slice("--rounds=".length);
  return { names: given.length > 0 ? given : Object.keys(TRIALS), rounds };
}

/** These bring a database of their own, which is quicker to copy than to make. */
const WITH_OWN_DATABASE = ["deadlocks", "digests", "mailings", "seats"];

/** Whether one of the trials asked for brings a database of its own. */
export const needDatabases = ({ names }) => names.some((name) => WITH_OWN_DATABASE.includes(name));

/**
 * What must be repeated many times, on a running portal of the demo club (`env`) and with a browser: one line each,
 * noted in `count`.
 */
export async function runTrials(portal, count, { names, rounds }) {
  for (const name of names) {
    say(`Hard: ${name}`);
    const { passed, failed, line } = await attempt(TRIALS[name], { ...portal, rounds });
    const isGood = passed > 0 && failed === 0;
    print(`${isGood ? "passed" : "FAILED"}  ${name}: ${line}`);
    count.note(name, passed, failed, isGood ? [] : [line]);
  }
}
