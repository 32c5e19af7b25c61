import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import type { DigestRhythm, MembershipStatus } from "@/db/enums";
import { makeMember } from "@/db/factories";
import { makeRoomOfThree, passInRoom } from "@/db/room-of-three";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { mailPreferences, mails } from "@/db/schema/mail";
import { digests } from "@/db/schema/notices";
import { chooseRhythm, RHYTHM_CHOSEN } from "@/lib/notifications/mutations";
import { postMessage } from "@/lib/rooms/discussion.mutations";
import { mailUnread } from "@/lib/rooms/unread.mutations";
import { requestSignInCode } from "@/lib/sessions/mutations";
import { queueDigests } from "./due-digests";

workAsOwner(20_000);

/** Hundreds whom other files left would be written to at each moment, while the second worker waits for the first. */
beforeAll(async () => {
  await query((db) =>
    db.execute(sql`insert into mail_preferences (account_id, topic)
      select id, 'digest' from accounts on conflict do nothing`),
  );
});
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

describe("what is chosen holds from the next eight o’clock", () => {
  /** Chosen at a moment, as `chooseRhythm` does and notes it. */
  async function choose({ accountId }: Member, at: string, values: Values) {
    const event = { name: RHYTHM_CHOSEN, subjectType: "account", subjectId: accountId } as const;
    await query(async (db) => {
      await db.update(accounts).set(values).where(eq(accounts.id, accountId));
      await db.insert(auditEvents).values({ ...event, createdAt: new Date(`${at}:00Z`) });
    });
  }

  test("each day from tomorrow, though it is afternoon, on either night of a change of clocks", async () => {
    const autumn = await join();
    await choose(autumn, "2026-10-24T13:10", { digestRhythm: "daily" });
    await run("2026-10-24T13:15", "2026-10-24T21:45", "2026-10-25T06:45", "2026-10-25T07:00");
    expect(await slotsOf(autumn)).toEqual(["2026-10-25 2026-10-25T06:59"]);
    const spring = await join();
    await choose(spring, "2027-03-27T13:10", { digestRhythm: "daily" });
    await run("2027-03-27T13:15", "2027-03-27T22:45", "2027-03-28T05:45", "2027-03-28T06:00");
    expect(await slotsOf(spring)).toEqual(["2027-03-28 2027-03-28T05:59"]);
  });

  test("before eight it is the same morning’s", async () => {
    const early = await join({ timeZone: "Asia/Shanghai" });
    await choose(early, "2026-10-28T23:50", { digestRhythm: "daily" });
    await run("2026-10-28T23:55", "2026-10-29T00:00", "2026-10-29T07:00");
    expect(await slotsOf(early)).toEqual(["2026-10-29 2026-10-28T23:59"]);
  });

  test("from day to week and back nothing comes twice and nothing lies between two", async () => {
    const member = await join({ digestRhythm: "daily" });
    await run("2032-01-05T07:00");
    await choose(member, "2032-01-05T09:00", { digestRhythm: "weekly" });
    await run("2032-01-05T09:15", "2032-01-06T07:00", "2032-01-12T07:00");
    await choose(member, "2032-01-12T09:00", { digestRhythm: "daily" });
    await run("2032-01-12T09:15", "2032-01-13T07:00");
    const rows = await query((db) =>
      db
        .select({ slot: digests.slot, since: digests.since, until: digests.until })
        .from(digests)
        .where(eq(digests.accountId, member.accountId))
        .orderBy(digests.slot),
    );
    expect(rows.map(({ slot }) => slot)).toEqual(["2032-01-05", "2032-01-12", "2032-01-13"]);
    expect(rows.slice(1).map(({ since }) => since)).toEqual(
      rows.slice(0, -1).map((row) => row.until),
    );
    expect(await lettersTo(member)).toBe(3);
  });

  test("another zone: each day from its next morning; the Monday of a week is made up for", async () => {
    const [daily, weekly] = [await join({ digestRhythm: "daily" }), await join()];
    const toShanghai = { timeZone: "Asia/Shanghai" };
    await choose(daily, "2033-01-10T06:30", toShanghai);
    await choose(weekly, "2033-01-10T06:30", toShanghai);
    await run("2033-01-10T06:45", "2033-01-10T07:00", "2033-01-11T00:00");
    expect(await slotsOf(daily)).toEqual(["2033-01-11 2033-01-10T23:59"]);
    expect(await slotsOf(weekly)).toEqual(["2033-01-10 2033-01-10T06:44"]);
    const toHonolulu = { timeZone: "Pacific/Honolulu" };
    await choose(weekly, "2033-01-11T03:00", toHonolulu);
    await choose(daily, "2033-01-11T03:00", toHonolulu);
    await run("2033-01-11T03:15", "2033-01-11T18:00", "2033-01-12T18:00");
    expect((await slotsOf(daily)).slice(1)).toEqual(["2033-01-12 2033-01-12T17:59"]);
    expect(await slotsOf(weekly)).toHaveLength(1);
  });

  test("as it is chosen in the portal", async () => {
    const member = await join();
    const hour = new Date().getUTCHours();
    const timeZone = hour < 9 ? "Asia/Shanghai" : "Etc/UTC";
    await transaction((tx) => chooseRhythm(tx, member, { timeZone, rhythm: "daily" }));
    const later = (hours: number) =>
      new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);
    await run(later(0.1));
    expect(await slotsOf(member)).toEqual([]);
    await run(later(24));
    expect(await slotsOf(member)).toHaveLength(1);
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

test("what somebody waits for is sent first, then what tells them something, then their digest", async () => {
  const { roomId, lead, observer } = await transaction(makeRoomOfThree);
  const { accountId } = observer;
  await run("2035-01-01T07:00");
  await transaction((tx) => postMessage(tx, lead, { roomId, words: "Bonjour", mentions: [] }));
  await passInRoom(roomId, 11);
  await mailUnread();
  await transaction(async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
    await requestSignInCode(tx, { email: account?.email ?? "", browser: crypto.randomUUID() });
  });
  const sent = await query((db) =>
    db.execute<{ kind: string }>(sql`select kind from ${mails}
      join graphile_worker._private_jobs job on job.payload ->> 'mailId' = ${mails.id}::text
      where ${mails.accountId} = ${accountId} order by job.priority, job.run_at, job.id`),
  );
  expect(sent.map(({ kind }) => kind)).toEqual(["signInCode", "roomMessages", "digest"]);
});
