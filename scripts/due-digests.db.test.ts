import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import type { DigestRhythm, MembershipStatus } from "@/db/enums";
import { makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences, mails } from "@/db/schema/mail";
import { digests } from "@/db/schema/notices";
import { queueDigests } from "./due-digests";

workAsOwner(20_000);

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;
type Values = { timeZone?: string | null; digestRhythm?: DigestRhythm; status?: MembershipStatus };

/** Somebody who came long ago. */
async function join(values: Values = {}): Promise<Member> {
  const createdAt = new Date("2020-01-01");
  return transaction((tx) => makeMember(tx, {}, { createdAt, ...values }));
}

const slotsOf = async ({ accountId }: Member) => {
  const rows = await query((db) =>
    db
      .select({ slot: digests.slot, until: digests.until })
      .from(digests)
      .where(eq(digests.accountId, accountId))
      .orderBy(digests.slot),
  );
  return rows.map(({ slot, until }) => `${slot} ${until.toISOString().slice(0, 16)}`);
};

const lettersTo = async (...people: Member[]) => {
  const ids = people.map(({ accountId }) => accountId);
  return query((db) =>
    db.$count(mails, and(eq(mails.kind, "digest"), inArray(mails.accountId, ids))),
  );
};

/** As two workers would, at each of these moments. */
async function run(...moments: string[]) {
  for (const moment of moments) {
    const now = new Date(`${moment}:00Z`);
    await Promise.all([queueDigests(now), queueDigests(now)]);
  }
}

const HOURS = ["00:00", "00:15", "05:45", "06:00", "06:45", "07:00", "07:15", "23:45"];
const hoursOf = (...days: string[]) => days.flatMap((day) => HOURS.map((hour) => `${day}T${hour}`));

describe("at eight by the clock of an account's own zone", () => {
  test("in Lyon and Shanghai, each day over the end of summer time, once each", async () => {
    const [lyon, shanghai] = [
      await join({ timeZone: "Europe/Paris", digestRhythm: "daily" }),
      await join({ timeZone: "Asia/Shanghai", digestRhythm: "daily" }),
    ];
    await run(...hoursOf("2026-10-24", "2026-10-25", "2026-10-26"));
    expect(await slotsOf(lyon)).toEqual([
      "2026-10-24 2026-10-24T05:59",
      "2026-10-25 2026-10-25T06:59",
      "2026-10-26 2026-10-26T06:59",
    ]);
    expect(await slotsOf(shanghai)).toEqual([
      "2026-10-24 2026-10-23T23:59",
      "2026-10-25 2026-10-24T23:59",
      "2026-10-26 2026-10-25T23:59",
    ]);
    expect(await lettersTo(lyon, shanghai)).toBe(6);
  });

  test("and over its beginning", async () => {
    const [lyon, shanghai, unasked] = [
      await join({ timeZone: "Europe/Paris", digestRhythm: "daily" }),
      await join({ timeZone: "Asia/Shanghai", digestRhythm: "daily" }),
      await join({ timeZone: null, digestRhythm: "daily" }),
    ];
    await run(...hoursOf("2027-03-27", "2027-03-28", "2027-03-29"));
    const byLyon = [
      "2027-03-27 2027-03-27T06:59",
      "2027-03-28 2027-03-28T05:59",
      "2027-03-29 2027-03-29T05:59",
    ];
    expect(await slotsOf(lyon)).toEqual(byLyon);
    expect(await slotsOf(unasked)).toEqual(byLyon);
    expect((await slotsOf(shanghai)).slice(1)).toEqual([
      "2027-03-28 2027-03-27T23:59",
      "2027-03-29 2027-03-28T23:59",
    ]);
    expect(await lettersTo(lyon, shanghai, unasked)).toBe(9);
  });

  test("by the week on Mondays alone, in zones a quarter of an hour off too", async () => {
    const lyon = await join({ timeZone: "Europe/Paris" });
    const nepal = await join({ timeZone: "Asia/Katmandu" });
    await run(...hoursOf("2026-10-24", "2026-10-25", "2026-10-26", "2026-10-27"));
    await run("2026-11-01T02:15", "2026-11-02T02:00", "2026-11-02T02:15");
    expect(await slotsOf(lyon)).toEqual(["2026-10-26 2026-10-26T06:59"]);
    expect(await slotsOf(nepal)).toContain("2026-11-02 2026-11-02T02:14");
    expect(await slotsOf(nepal)).toHaveLength(2);
  });

  test("a missed hour is made up for on the same day, and on no other", async () => {
    const [late, missed] = [await join(), await join({ timeZone: "Asia/Shanghai" })];
    await run("2028-01-03T10:00", "2028-01-03T11:00", "2028-01-03T16:30", "2028-01-04T07:00");
    expect(await slotsOf(late)).toEqual(["2028-01-03 2028-01-03T09:59"]);
    await run("2028-01-10T16:30", "2028-01-11T00:00");
    expect(await slotsOf(missed)).toEqual(["2028-01-03 2028-01-03T09:59"]);
  });
});

describe("who gets none", () => {
  const MONDAY = "2029-01-01T08:00";

  test.each(["pending", "suspended", "lapsed", "left"] as const)(
    "an account that is %s",
    async (status) => {
      const member = await join({ status });
      await run(MONDAY);
      expect(await slotsOf(member)).toEqual([]);
    },
  );

  test("whoever has switched it off, has just come, or moved to another clock after theirs", async () => {
    const [off, mover] = [await join(), await join({ timeZone: "Asia/Shanghai" })];
    const fresh = await transaction((tx) =>
      makeMember(tx, {}, { createdAt: new Date("2028-12-31T20:00:00Z") }),
    );
    const topic = { accountId: off.accountId, topic: "digest" };
    await query((db) => db.insert(mailPreferences).values(topic));
    await run("2029-01-01T00:00");
    const toLyon = { timeZone: "Europe/Paris" };
    await query((db) => db.update(accounts).set(toLyon).where(eq(accounts.id, mover.accountId)));
    await run(MONDAY);
    expect([await slotsOf(off), await slotsOf(fresh)]).toEqual([[], []]);
    expect(await slotsOf(mover)).toEqual(["2029-01-01 2028-12-31T23:59"]);
  });
});

test("each begins where the one before ended, a month back at most", async () => {
  const member = await join({ digestRhythm: "daily" });
  await run("2030-05-01T08:00", "2030-05-02T09:00", "2030-07-01T08:00");
  const rows = await query((db) =>
    db
      .select({ since: digests.since })
      .from(digests)
      .where(eq(digests.accountId, member.accountId))
      .orderBy(digests.slot),
  );
  expect(rows.map(({ since }) => since.toISOString())).toEqual([
    "2030-03-31T08:00:00.000Z",
    "2030-05-01T07:59:00.000Z",
    "2030-05-31T08:00:00.000Z",
  ]);
});

test("a worker that dies leaves a digest with its letter and its job, or none of them", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => join()));
  const now = new Date("2031-01-06T08:00:00Z");
  for (let died = 0; died < 10; died++) {
    const kill = query((db) =>
      db.execute(sql`select pg_sleep(${died / 500}), (select count(pg_terminate_backend(pid)) from pg_stat_activity
        where state = 'active' and query like '%insert into digests%' and pid <> pg_backend_pid())`),
    );
    await Promise.allSettled([queueDigests(now), kill]);
  }
  await queueDigests(now);
  const rows = await Promise.all(people.map(slotsOf));
  expect(rows.map(({ length }) => length)).toEqual(people.map(() => 1));
  expect(await lettersTo(...people)).toBe(people.length);
});
