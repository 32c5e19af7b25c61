import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { allAtOnce, inTurns, makePeople, SEATS } from "./contest";

afterAll(closeDatabase);

const times = (count: number, state: string) => Array.from({ length: count }, () => state);

// A thousand of them stand in `npm run hard`.
test("a hundred at once for twenty places: twenty have one, the rest wait in the order of the lock", async () => {
  const { refused, states } = await allAtOnce(await makePeople(100));
  expect(refused).toEqual({});
  expect(states).toEqual([...times(SEATS, "confirmed"), ...times(80, "waiting")]);
}, 60_000);

test("forty members send it three times: forty registrations", async () => {
  const people = await makePeople(40);
  const { refused, states } = await allAtOnce([...people, ...people, ...people]);
  expect(refused).toEqual({ alreadyRegistered: 80 });
  expect(states).toEqual([...times(SEATS, "confirmed"), ...times(20, "waiting")]);
}, 60_000);

test("given up and taken in turns: never over twenty, no party split, nobody twice, nobody who fits left out", async () => {
  const done = await inTurns(await makePeople(40), 150);
  // Two turns of one member that meet: the other one was first.
  for (const code of Object.keys(done.refused)) {
    expect(["conflict", "alreadyRegistered", "moveNotAllowed"]).toContain(code);
  }
  expect(done.most).toBeLessThanOrEqual(SEATS);
  expect(done.most).toBeGreaterThan(SEATS - 3);
  expect(done).toMatchObject({ isTwice: false, offeredTwice: false });
  expect(done.offers).toBeGreaterThan(0);
  expect(done.smallest).toBeGreaterThan(SEATS - done.taken);
}, 60_000);
