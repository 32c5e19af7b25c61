import { randomBytes } from "node:crypto";
import { closeDatabase } from "@/db/client";
import { allAtOnce, inTurns, makePeople, SEATS } from "./seats/contest";
import { provideDatabase } from "./test-database.mjs";

/**
 * `scripts/hard-seats.ts [registrations]`: so many members register at once for twenty places, fifty send it twenty times, and
 * five hundred turns give places up and take them. None too many, none lost, none twice, no error.
 */

const COUNT = Number(process.argv[2] ?? 1000);

const faults: string[] = [];
const hold = (isSo: boolean, words: string) => {
  if (!isSo) faults.push(words);
};

const inOrder = (states: string[], count: number) =>
  states.length === count &&
  states.every((state, turn) => state === (turn < SEATS ? "confirmed" : "waiting"));

const database = await provideDatabase();
Object.assign(process.env, { AUTH_SECRET: randomBytes(32).toString("hex"), ...database.env });
try {
  const began = performance.now();
  const many = await allAtOnce(await makePeople(COUNT));
  const seconds = (performance.now() - began) / 1000;
  hold(inOrder(many.states, COUNT), "not twenty places and then the waiting list");
  hold(Object.keys(many.refused).length === 0, JSON.stringify(many.refused));
  const people = await makePeople(50);
  const often = await allAtOnce(Array.from({ length: 20 }, () => people).flat());
  hold(inOrder(often.states, 50), "not fifty registrations of fifty members");
  hold(often.refused.alreadyRegistered === 950, JSON.stringify(often.refused));
  const turns = await inTurns(await makePeople(60), 500);
  hold(turns.most <= SEATS, `${turns.most} places taken`);
  hold(!turns.isTwice && !turns.offeredTwice, "twice");
  hold(turns.smallest > SEATS - turns.taken, "somebody who fits waits");
  for (const fault of faults) console.info(`  ${fault}`);
  console.info(
    `${COUNT} registrations for ${SEATS} places in ${seconds.toFixed(1)} s, 50 × 20 sent, 500 turns: ${faults.length} faults`,
  );
} finally {
  await closeDatabase();
  await database.remove();
}
process.exit(faults.length === 0 ? 0 : 1);
