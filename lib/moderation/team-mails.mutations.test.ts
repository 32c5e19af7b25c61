import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeProject } from "@/db/factories";
import { mailsTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences } from "@/db/schema/mail";
import { listDecidable } from "./queries";
import { mailTeam } from "./team-mails.mutations";

afterAll(closeDatabase);

/** A Friday, eight in Lyon; the Monday after. */
const FRIDAY = new Date("2026-12-04T07:02:00Z");
const MONDAY = new Date("2026-12-07T07:02:00Z");

let moderator: Awaited<ReturnType<typeof makeMember>>;

beforeEach(async () => {
  await transaction(async (tx) => {
    moderator = await makeMember(tx, {}, { role: "moderator" });
    const owner = await makeMember(tx);
    const submittedAt = new Date("2026-12-01T10:00:00Z");
    await makeProject(tx, owner.memberId, { moderation: "submitted", submittedAt });
  });
});

const mailed = async (who: { accountId: string } = moderator) =>
  (await mailsTo(who)).filter(({ kind }) => kind === "teamQueue").map(({ data }) => data.since);

test("from eight on a working day, once however often it is looked for, and again the next", async () => {
  await Promise.all([mailTeam(FRIDAY), mailTeam(FRIDAY)]);
  await mailTeam(new Date("2026-12-04T15:02:00Z"));
  expect(await mailed()).toEqual([""]);
  await mailTeam(MONDAY);
  expect(await mailed()).toEqual(["", "2026-12-04"]);
});

test.each([
  ["before eight", "2026-12-04T06:59:00Z"],
  ["on a Saturday", "2026-12-05T08:00:00Z"],
  ["on Christmas Day", "2026-12-25T08:00:00Z"],
  ["on Whit Monday", "2027-05-17T08:00:00Z"],
])("%s none", async (_, now) => {
  await mailTeam(new Date(now));
  expect(await mailed()).toEqual([]);
});

test("a morning that was missed is made up for the same day, also by summer time", async () => {
  await mailTeam(new Date("2027-03-30T05:59:00Z"));
  expect(await mailed()).toEqual([]);
  await mailTeam(new Date("2027-03-30T09:02:00Z"));
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
