import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import { DatabaseUnavailable } from "@/db/errors";
import { listFaults } from "@/db/line-faults";
import { rateLimits } from "@/db/schema/rate-limits";
import { type Ask, asksOf, judge } from "./hard/canary-asks";
import { type Change, changesOf } from "./hard/canary-changes";
import { readSights } from "./hard/canary-sight";
import { makeWorld, type Reader, stir, WORDS, type World } from "./hard/canary-world";

/**
 * `scripts/hard-canaries.ts [rounds]`, with two web servers of one portal (`ORIGINS`) and its database: something is hidden
 * and shown on another connection, as visitors, members and the club team read pages, lists and numbers on both servers, and
 * others write all the while. From the commit on no answer may hold what its reader must not see, or count otherwise than
 * the tables do.
 */

const ROUNDS = Number(process.argv[2] ?? 50);
const ORIGINS = (process.env.ORIGINS ?? "").split(",");
const LANES = 6;
const RACING = 2;
const STIRRING = 2;

type Sights = Awaited<ReturnType<typeof readSights>>;
type Turn = { origin: string; reader: Reader; ask: Ask };

const tally = { answers: 0, leak: 0, count: 0, late: 0, broken: 0 };
const faults = new Map<string, number>();

/** Commits, also where somebody waits for a lock for longer than a page may. */
async function commit(run: (tx: Transaction) => Promise<unknown>): Promise<void> {
  try {
    await transaction(async (tx) => void (await run(tx)));
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable) || error.outcome !== "notWritten") throw error;
    await commit(run);
  }
}

/** A server that has too much to do says so, and is asked again. */
async function read(turn: Turn): Promise<{ asked: number; status: number; body: string }> {
  const { origin, reader, ask } = turn;
  const headers = { accept: "text/html", cookie: reader.cookie };
  const asked = performance.now();
  const answer = await fetch(origin + ask.path, { headers, redirect: "manual" });
  if (answer.status !== 503) return { asked, status: answer.status, body: await answer.text() };
  await sleep(1000);
  return read(turn);
}

/** With what was typed by its name. */
const called = (path: string) =>
  Object.entries(WORDS).reduce((told, [name, word]) => told.replaceAll(word, name), path);

type Answer = Awaited<ReturnType<typeof read>>;

async function note(change: Change, { reader, ask }: Turn, answer: Answer, sights: Sights) {
  const sight = sights.get(reader.name);
  if (!sight) throw new Error(`no eyes of ${reader.name}`);
  tally.answers += 1;
  for (const what of await judge(ask, sight, answer)) {
    tally[what] += 1;
    const fault = `${what}: ${change.name}, ${reader.name} at ${called(ask.path)} (${answer.status})`;
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
  }
}

/** Each reader a question on one of the servers in turn, so that over the rounds all are asked on all of them. */
function turnsOf(world: World, { of }: Change, round: number): Turn[] {
  const asks = of.flatMap((kind) => asksOf[kind](world));
  return world.readers.map((reader, place) => ({
    origin: ORIGINS[(round + place) % ORIGINS.length] as string,
    reader,
    ask: asks[(Math.floor(round / ORIGINS.length) + place) % asks.length] as Ask,
  }));
}

/** What was asked after the commit is judged by what may be seen then; the rest only kept the servers busy. */
async function playHalf(world: World, change: Change, isShown: boolean, round: number) {
  const early: [Turn, Answer][] = [];
  let isOver = false;
  const race = Array.from({ length: RACING }, async (_, lane) => {
    for (let next = lane; !isOver; next += RACING) {
      const turns = turnsOf(world, change, round);
      const turn = turns[next % turns.length] as Turn;
      early.push([turn, await read(turn)]);
    }
  });
  await sleep(Math.random() * 30);
  await commit((tx) => change.set(tx, isShown));
  const committed = performance.now();
  const sights = await readSights(world);
  const turns = turnsOf(world, change, round);
  const lanes = Array.from({ length: LANES }, async () => {
    for (let turn = turns.pop(); turn; turn = turns.pop()) {
      await note(change, turn, await read(turn), sights);
    }
  });
  await Promise.all(lanes);
  isOver = true;
  await Promise.all(race);
  for (const [turn, answer] of early) {
    if (answer.asked > committed) await note(change, turn, answer, sights);
  }
}

async function playAll() {
  const world = await makeWorld();
  const changes = changesOf(world);
  let isOver = false;
  const others = Array.from({ length: STIRRING }, async (_, lane) => {
    for (let round = lane; !isOver; round += 1) {
      await commit((tx) => stir(tx, world, round));
      await sleep(20);
    }
  });
  const first = Math.floor(Math.random() * 1000);
  for (let round = 0; round < ROUNDS; round += 1) {
    const change = changes[round % changes.length] as Change;
    const turn = first + Math.floor(round / changes.length);
    // Nobody reads as much as these.
    if (round % 10 === 0) await query((db) => db.delete(rateLimits).where(sql`true`));
    await playHalf(world, change, false, turn);
    await playHalf(world, change, true, turn);
  }
  isOver = true;
  await Promise.all(others);
  const kinds = ["member", "organisation", "project", "activity"] as const;
  return (await Promise.all(kinds.map(listFaults))).flat().length;
}

// What is tried is what is read when, not how quick the machine is.
workAsOwner(30_000);
try {
  const wrong = await playAll();
  for (const [fault, times] of faults) console.error(`${times} × ${fault}`);
  const { answers, leak, count, late, broken } = tally;
  console.log(
    `${ROUNDS} rounds: ${answers} answers judged on ${ORIGINS.length} web servers, ${leak} leaks, ${count} wrong counts, ${late} late additions, ${broken} errors, ${wrong} wrong lines at the end`,
  );
  process.exitCode = leak + count + late + broken + wrong === 0 && answers > 0 ? 0 : 1;
} finally {
  await closeDatabase();
}
