import { setTimeout as sleep } from "node:timers/promises";
import { flightShare } from "../launch/flight-share.mjs";
import { type Answer, ask, openAgent } from "./ask";
import type { Cell, Key } from "./keys";
import type { Portal } from "./portal";
import { type Probed, probe } from "./probe";
import { cpuOf } from "./processes";
import { readProfileForm } from "./profile-form";

const APART_MS = 60_000;
const WARM_KEYS = 24;
const FORMS = 32;
const SLICE_MS = { one: 1500, sixteen: 2000, bare: 400 };

type Load = { requests: number; ms: number[]; seconds: number };

/** One cell of the table, cold or warm, on one portal, as far as it is measured. */
export type Measured = {
  cell: Cell;
  column: "cold" | "warm";
  portal: Portal;
  /** CPU milliseconds of the portal and its database, and those of the database alone. */
  cpu: number;
  database: number;
  requests: number;
  bareCpu: number;
  bareRequests: number;
  one: Load;
  sixteen: Load;
  bytes: number;
  flight: number;
  statuses: Map<number, number>;
  probed?: Probed;
  /** When each address was asked last, and which comes next. */
  last: Map<Key, number>;
  next: number;
};

const noLoad = (): Load => ({ requests: 0, ms: [], seconds: 0 });

export function startCell(cell: Cell, column: Measured["column"], portal: Portal): Measured {
  return {
    ...{ cell, column, portal, cpu: 0, database: 0, requests: 0, bareCpu: 0, bareRequests: 0 },
    ...{ one: noLoad(), sixteen: noLoad(), bytes: 0, flight: 0 },
    ...{ statuses: new Map(), last: new Map(), next: 0 },
  };
}

/** The next address whose minute is over; waits for it when all have been asked of late. */
async function nextKey(measured: Measured): Promise<Key> {
  const { cell, column, last } = measured;
  const keys = column === "warm" ? cell.keys.slice(0, WARM_KEYS) : cell.keys;
  const turn = measured.next++;
  const key = keys[turn % keys.length] as Key;
  // The same few addresses, asked for by everybody: one account may turn only so many pages.
  if (column === "warm")
    return { ...key, session: cell.keys[turn % cell.keys.length]?.session ?? null };
  // Pages of a few addresses have one column only.
  if (column === "cold" && keys.length > WARM_KEYS) {
    const wait = (last.get(key) ?? -APART_MS) + APART_MS - performance.now();
    if (wait > 0) await sleep(wait);
    last.set(key, performance.now());
  }
  return key;
}

function note(measured: Measured, answer: Answer, load: Load) {
  const { statuses } = measured;
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  load.requests += 1;
  load.ms.push(answer.ms);
  if (measured.requests % 20 === 0 && answer.status === 200) {
    measured.bytes = Math.max(measured.bytes, Buffer.byteLength(answer.body));
    measured.flight = Math.max(measured.flight, flightShare(answer.body));
  }
  measured.requests += 1;
}

/** Begins to count CPU; what it gives adds what was spent since. */
function startClock(measured: Measured): () => void {
  const { processes, postmaster } = measured.portal;
  const before = { cpu: cpuOf(processes), database: cpuOf([postmaster]) };
  return () => {
    measured.cpu += cpuOf(processes) - before.cpu;
    measured.database += cpuOf([postmaster]) - before.database;
  };
}

/** So many clients ask one after the other until the time is over. */
async function slice(measured: Measured, connections: number, load: Load, ms: number) {
  const { portal } = measured;
  const agent = openAgent(connections);
  const start = performance.now();
  const spent = startClock(measured);
  const client = async () => {
    while (performance.now() < start + ms) {
      const key = await nextKey(measured);
      note(measured, await ask(portal.origin, key, agent), load);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  spent();
  load.seconds += (performance.now() - start) / 1000;
  agent.destroy();
}

/** The forms are fetched before the clock runs; then one client sends the first half, and sixteen the others. */
async function sliceOfForms(measured: Measured) {
  const { portal } = measured;
  const agent = openAgent(16);
  const forms: { key: Key; sent: Awaited<ReturnType<typeof readProfileForm>> }[] = [];
  for (let turn = 0; turn < FORMS; turn++) {
    const key = await nextKey(measured);
    forms.push({ key, sent: await readProfileForm(portal.origin, key, agent, measured.next) });
  }
  const send = async (some: typeof forms, connections: number, load: Load) => {
    const start = performance.now();
    const spent = startClock(measured);
    const client = async () => {
      for (let form = some.shift(); form; form = some.shift())
        note(measured, await ask(portal.origin, form.key, agent, form.sent), load);
    };
    await Promise.all(Array.from({ length: connections }, client));
    spent();
    load.seconds += (performance.now() - start) / 1000;
  };
  await send(forms.splice(0, FORMS / 2), 1, measured.one);
  await send(forms, 16, measured.sixteen);
  agent.destroy();
}

async function sliceOfBare(measured: Measured) {
  const { bare, processes } = measured.portal;
  const roots = [...processes, Number(bare.child.pid)];
  const agent = openAgent(1);
  const start = performance.now();
  const cpu = cpuOf(roots);
  while (performance.now() < start + SLICE_MS.bare) {
    await ask(bare.origin, { path: "/", session: null }, agent);
    measured.bareRequests += 1;
  }
  measured.bareCpu += cpuOf(roots) - cpu;
  agent.destroy();
}

/** One turn of a cell: one client, sixteen clients, and the bare page in the same seconds. */
export async function turn(measured: Measured): Promise<void> {
  if (measured.cell.isForm) await sliceOfForms(measured);
  else {
    await slice(measured, 1, measured.one, SLICE_MS.one);
    await slice(measured, 16, measured.sixteen, SLICE_MS.sixteen);
  }
  await sliceOfBare(measured);
}

/** Statements and buffers of ten requests of a cell. */
export async function probeCell(measured: Measured): Promise<void> {
  const { portal, cell } = measured;
  const agent = openAgent(1);
  const asks: (() => Promise<Answer>)[] = [];
  for (let index = 0; index < 10; index++) {
    const key = await nextKey(measured);
    const sent = cell.isForm ? await readProfileForm(portal.origin, key, agent, index) : undefined;
    asks.push(() => ask(portal.origin, key, agent, sent));
  }
  measured.probed = await probe(portal, asks);
  agent.destroy();
}
