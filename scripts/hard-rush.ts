import { setTimeout as sleep } from "node:timers/promises";
import { and, asc, eq } from "drizzle-orm";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeOpenEvent } from "@/db/registration-factory";
import { auditEvents } from "@/db/schema/audit";
import { members } from "@/db/schema/members";
import { eventRegistrations } from "@/db/schema/registrations";
import {
  type Answer,
  askUntilAnswered,
  noteFault,
  nothingSeen,
  type Seen,
  toldOf,
} from "./hard/rush-clients";
import { cookiesOf, hiddenFields } from "./inputs/portal-clients";
import { makePeople, type Person, SEATS } from "./seats/contest";

/**
 * `scripts/hard-rush.ts [sessions]`, with a web server of a running portal (`APP_ORIGIN`) and its database: so many members
 * read the page of an event of twenty places at once, and then send its form within ten seconds, without JavaScript.
 * Whoever is told to come later (503) does. Twenty have a place, the others wait in the order of the lock, each was told
 * so, and nobody met another 5xx.
 */

const COUNT = Number(process.argv[2] ?? 1000);
const WITHIN_MS = 10_000;
const MOST_MS = 120_000;

const ORIGIN = process.env.APP_ORIGIN ?? "http://localhost:3000";

type Session = Person & { cookie: string };

async function makeWorld() {
  const people = await makePeople(COUNT);
  const cookies = await cookiesOf(people.map(({ accountId }) => accountId));
  const values = { capacity: SEATS, audience: "members" } as const;
  const event = await transaction((tx) => makeOpenEvent(tx, values));
  const sessions = people.map((one, place) => ({ ...one, cookie: cookies[place] as string }));
  return { sessions, id: event.id, path: `/fr/events/${event.slug}` };
}

/** The form of the page as it is sent by a browser without JavaScript. */
async function formOf({ page, status }: Answer, seen: Seen) {
  const data = hiddenFields(page, "eventId");
  if (status !== 200 || !data.has("_key")) noteFault(seen, `page without the form: ${status}`);
  const sent = new Response(data);
  return {
    body: Buffer.from(await sent.arrayBuffer()),
    type: sent.headers.get("content-type") ?? "",
  };
}

type Form = Awaited<ReturnType<typeof formOf>>;

/** All read the page at once; gives the form of each. */
async function readAll(sessions: Session[], path: string, seen: Seen) {
  const forms = sessions.map(async ({ cookie }) => {
    const answer = await askUntilAnswered(ORIGIN, { path, cookie }, seen);
    return answer && formOf(answer, seen);
  });
  return Promise.all(forms);
}

/** All send it within ten seconds; gives what each was told. */
function sendAll(sessions: Session[], path: string, forms: (Form | null)[], seen: Seen) {
  const told = sessions.map(async ({ cookie }, place) => {
    const form = forms[place];
    if (!form) return null;
    await sleep(Math.random() * WITHIN_MS);
    const answer = await askUntilAnswered(ORIGIN, { path, cookie, ...form }, seen);
    const notice = answer?.location.match(/[?&]notice=(\w+)/)?.[1];
    if (answer && !notice) noteFault(seen, `told nothing: ${answer.status} ${answer.location}`);
    return notice ?? null;
  });
  return Promise.all(told);
}

/** What stands in the database, in the order of the lock as the queue has it and as the trail has it. */
async function findRegistered(eventId: string) {
  const { memberId, state, queue } = eventRegistrations;
  const rows = await query((db) =>
    db
      .select({ state, accountId: members.accountId })
      .from(eventRegistrations)
      .innerJoin(members, eq(members.id, memberId))
      .where(eq(eventRegistrations.eventId, eventId))
      .orderBy(asc(queue)),
  );
  const isIt = and(eq(auditEvents.subjectId, eventId), eq(auditEvents.name, "event.registered"));
  const trail = await query((db) =>
    db
      .select({ accountId: auditEvents.actorId })
      .from(auditEvents)
      .where(isIt)
      .orderBy(asc(auditEvents.id)),
  );
  return { rows, trail: trail.map(({ accountId }) => accountId) };
}

const NOTICES: Record<string, string> = { confirmed: "eventRegistered", waiting: "eventWaiting" };

async function judge(eventId: string, sessions: Session[], told: (string | null)[]) {
  const faults: string[] = [];
  const hold = (isSo: boolean, words: string) => {
    if (!isSo) faults.push(words);
  };
  const { rows, trail } = await findRegistered(eventId);
  const stateOf = new Map(rows.map(({ accountId, state }) => [accountId, state]));
  const inTurn = rows.map(({ accountId }) => accountId);
  const isAsTold = ({ accountId }: Session, place: number) =>
    NOTICES[stateOf.get(accountId) ?? ""] === told[place];
  hold(rows.length === COUNT, `${rows.length} registrations`);
  hold(stateOf.size === rows.length, "somebody is registered twice");
  hold(
    rows.every(({ state }, turn) => state === (turn < SEATS ? "confirmed" : "waiting")),
    "not twenty places and then the waiting list",
  );
  hold(String(inTurn) === String(trail), "the queue is not in the order of the lock");
  hold(sessions.every(isAsTold), "somebody was told something else than what is");
  return faults;
}

workAsOwner(30_000);
try {
  const world = await makeWorld();
  const read = nothingSeen();
  const sent = nothingSeen();
  const began = performance.now();
  const forms = await readAll(world.sessions, world.path, read);
  const opened = performance.now();
  const told = await sendAll(world.sessions, world.path, forms, sent);
  const took = performance.now() - opened;
  const faults = await judge(world.id, world.sessions, told);
  if (took > MOST_MS) faults.push("it took too long");
  for (const [what, { faults: met }] of Object.entries({ read, sent }))
    for (const [words, times] of met) faults.push(`${what}: ${times} × ${words}`);
  for (const fault of faults) console.info(`  ${fault}`);
  console.info(
    `${COUNT} sessions read the page within ${((opened - began) / 1000).toFixed(0)} s (${toldOf(read)}) and registered for ${SEATS} places within ${(took / 1000).toFixed(0)} s (${toldOf(sent)}): ${faults.length} faults`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await closeDatabase();
}
