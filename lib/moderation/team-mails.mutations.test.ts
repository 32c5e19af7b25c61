import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeProject } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences } from "@/db/schema/mail";
import { listDecidable } from "./queries";
import { mailTeam } from "./team-mails.mutations";

afterAll(closeDatabase);

/** A Friday, eight in Lyon; the Monday after. */
const FRIDAY = new Date("2034-12-01T07:02:00Z");
const MONDAY = new Date("2034-12-04T07:02:00Z");

let moderator: Awaited<ReturnType<typeof makeMember>>;

/** The team of suites that share the database has switched this mail off: each run would put one together for all of them. */
beforeAll(() =>
  query((db) =>
    db.execute(sql`insert into mail_preferences (account_id, topic)
      select id, 'teamQueue' from accounts where role <> 'member' on conflict do nothing`),
  ),
);

beforeEach(async () => {
  await transaction(async (tx) => {
    moderator = await makeMember(tx, {}, { role: "moderator" });
    const owner = await makeMember(tx);
    const submittedAt = new Date("2034-11-28T10:00:00Z");
    await makeProject(tx, owner.memberId, { moderation: "submitted", submittedAt });
  });
});

const mailed = async (who: { accountId: string } = moderator) =>
  (await mailsTo(who)).filter(({ kind }) => kind === "teamQueue").map(({ data }) => data.since);

test("from eight on a working day, once however often it is looked for, and again the next", async () => {
  await Promise.all([mailTeam(FRIDAY), mailTeam(FRIDAY)]);
  await mailTeam(new Date("2034-12-01T15:02:00Z"));
  expect(await mailed()).toEqual([""]);
  await mailTeam(MONDAY);
  expect(await mailed()).toEqual(["", FRIDAY.toISOString()]);
});

/** Something that came a week before a moment, and so is two working days late then. */
const submit = (lateAt: string, owner?: { memberId: string }) =>
  transaction(async (tx) => {
    const { memberId } = owner ?? (await makeMember(tx));
    const submittedAt = new Date(Date.parse(lateAt) - 7 * 86_400_000);
    await makeProject(tx, memberId, { moderation: "submitted", submittedAt });
  });

/** As two workers would, at each of these moments; when the mails of it were queued, and whether each was of something late. */
async function runAt(...moments: string[]) {
  for (const moment of moments) {
    await Promise.all([mailTeam(new Date(moment)), mailTeam(new Date(moment))]);
  }
  const told = (await mailsTo(moderator)).filter(({ kind }) => kind === "teamQueue");
  return told.map(({ data }) => `${data.until?.slice(0, 16)}${data.isUrgent ? " late" : ""}`);
}

describe("what has become two working days late is mailed at once", () => {
  test("in the daytime, once, and is no news the next morning", async () => {
    await submit("2040-11-30T13:30:00Z");
    const day = ["07:02", "13:02", "14:02", "15:02"].map((hour) => `2040-11-30T${hour}:00Z`);
    const told = ["2040-11-30T07:02", "2040-11-30T14:02 late"];
    expect(await runAt(...day)).toEqual(told);
    expect(await runAt("2040-12-03T07:02:00Z")).toEqual([...told, "2040-12-03T07:02"]);
    const [, , morning] = await mailsTo(moderator);
    expect(morning?.data.since).toBe("2040-11-30T14:02:00.000Z");
  });

  test("what came late at night waits for the morning, on Friday for Monday’s", async () => {
    await submit("2041-11-28T19:30:00Z");
    await submit("2041-11-29T20:30:00Z");
    const nights = ["2041-11-28T20:02:00Z", "2041-11-29T03:02:00Z"];
    expect(await runAt("2041-11-28T07:02:00Z", ...nights)).toEqual(["2041-11-28T07:02"]);
    const friday = ["2041-11-29T07:02:00Z", "2041-11-29T21:02:00Z", "2041-11-30T09:02:00Z"];
    const told = await runAt(...friday, "2041-12-01T09:02:00Z", "2041-12-02T07:02:00Z");
    expect(told.slice(1)).toEqual(["2041-11-29T07:02", "2041-12-02T07:02"]);
    const [, , monday] = await mailsTo(moderator);
    expect(monday?.data.since).toBe("2041-11-29T07:02:00.000Z");
  });

  test("by the clock of Lyon on both sides of summer time, wherever its reader is", async () => {
    const timeZone = "Asia/Shanghai";
    const isTheirs = eq(accounts.id, moderator.accountId);
    await query((db) => db.update(accounts).set({ timeZone }).where(isTheirs));
    await submit("2042-03-31T12:30:00Z");
    const told = await runAt("2042-03-31T00:02:00Z", "2042-03-31T11:02:00Z");
    expect(told).toEqual(["2042-03-31T00:02"]);
    const later = await runAt("2042-03-31T12:02:00Z", "2042-03-31T13:02:00Z");
    expect(later).toEqual(["2042-03-31T00:02", "2042-03-31T12:02 late"]);
  });

  test("not before the first mail of a morning, nor of one’s own", async () => {
    await submit("2043-11-26T10:30:00Z");
    expect(await runAt("2043-11-26T11:02:00Z", "2043-11-26T12:02:00Z")).toHaveLength(1);
    await submit("2043-11-27T10:30:00Z", moderator);
    const own = await runAt("2043-11-27T07:02:00Z", "2043-11-27T11:02:00Z");
    expect(own).toEqual(["2043-11-26T11:02", "2043-11-27T07:02"]);
  });
});

test.each([
  ["before eight", "2034-12-01T06:59:00Z"],
  ["on a Saturday", "2034-12-02T08:00:00Z"],
  ["on Christmas Day", "2034-12-25T08:00:00Z"],
  ["on Whit Monday", "2034-05-29T08:00:00Z"],
])("%s none", async (_, now) => {
  await mailTeam(new Date(now));
  expect(await mailed()).toEqual([]);
});

test("a morning that was missed is made up for the same day, also by summer time", async () => {
  await mailTeam(new Date("2034-03-28T05:59:00Z"));
  expect(await mailed()).toEqual([]);
  await mailTeam(new Date("2034-03-28T09:02:00Z"));
  expect(await mailed()).toEqual([""]);
});

test("not to members, to whoever is suspended or has switched it off", async () => {
  const [member, suspended] = await transaction(async (tx) => [
    await makeAccount(tx),
    await makeAccount(tx, { role: "administrator", status: "suspended" }),
  ]);
  const off = { accountId: moderator.accountId, topic: "team" };
  await query((db) => db.insert(mailPreferences).values(off));
  await mailTeam(FRIDAY);
  for (const who of [moderator, member, suspended]) expect(await mailed(who)).toEqual([]);
});

test("one's own is not among what one decides", async () => {
  const own = await transaction((tx) =>
    makeProject(tx, moderator.memberId, { moderation: "submitted", submittedAt: FRIDAY }),
  );
  const ids = (await listDecidable(moderator, "fr")).map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(ids).not.toContain(own.id);
  await query((db) =>
    db.update(accounts).set({ role: "member" }).where(eq(accounts.id, moderator.accountId)),
  );
  expect(await listDecidable({ ...moderator, role: "member" }, "fr")).toEqual([]);
});
