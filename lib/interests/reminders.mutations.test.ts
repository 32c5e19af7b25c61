import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { interests } from "@/db/schema/interests";
import { lapseInterests } from "./ending.mutations";
import { askForMore } from "./mutations";
import { remindOfInterests } from "./reminders.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

/** Each test has days on which no other suite has an interest. */
async function make(day: string, values: Partial<typeof interests.$inferInsert> = {}) {
  const boss = await transaction((tx) => makeMember(tx, {}, { locale: "zh" }));
  const sender = await transaction((tx) => makeMember(tx));
  const interest = await transaction(async (tx) => {
    const project = await makeProject(tx, boss.memberId, { moderation: "published" });
    const stateAt = new Date(`${day}T12:00:00Z`);
    return makeInterest(tx, project.id, sender.memberId, { stateAt, ...values });
  });
  return { boss, sender, id: interest.id };
}

const kindsTo = async (who: Member) => (await toldTo(who)).map(({ kind }) => kind);

describe("remindOfInterests", () => {
  test("after 7 and after 21 days, once each, in the owner's language with the day it ends", async () => {
    const { boss, sender } = await make("1990-03-01");
    await remindOfInterests("1990-03-07");
    expect(await kindsTo(boss)).toEqual([]);
    for (const day of ["1990-03-08", "1990-03-08", "1990-03-21"]) await remindOfInterests(day);
    expect(await kindsTo(boss)).toEqual(["interestToAnswer"]);
    for (const day of ["1990-03-22", "1990-03-22", "1990-04-20"]) await remindOfInterests(day);
    expect(await kindsTo(boss)).toEqual(["interestToAnswer", "interestToAnswer"]);
    const [mail] = await toldTo(boss);
    expect(mail).toMatchObject({ locale: "zh", data: { day: "1990年4月30日" } });
    expect(await kindsTo(sender)).toEqual([]);
  });

  test("a missed first reminder is not made up for after the second", async () => {
    const { boss } = await make("1991-03-01");
    await remindOfInterests("1991-03-25");
    await remindOfInterests("1991-03-26");
    expect(await kindsTo(boss)).toEqual(["interestToAnswer"]);
  });

  test("the sender where a question waits, and anew after a move", async () => {
    const { boss, sender, id } = await make("1992-03-01", { remindedDays: 21 });
    await transaction((tx) =>
      askForMore(tx, boss, { interestId: id, version: 1, words: "Combien ?" }),
    );
    const stateAt = new Date("1992-04-01T12:00:00Z");
    await query((db) => db.update(interests).set({ stateAt }).where(eq(interests.id, id)));
    await remindOfInterests("1992-04-08");
    expect(await kindsTo(sender)).toEqual(["interestMoreAsked", "interestQuestionWaits"]);
    expect(await kindsTo(boss)).toEqual([]);
    const [, mail] = await toldTo(sender);
    expect(mail?.data).toMatchObject({ words: "Combien ?" });
  });

  test("two workers at once mail once; who is not active is left in peace", async () => {
    const { boss, sender } = await make("1993-03-01");
    const isSender = eq(accounts.id, sender.accountId);
    await query((db) => db.update(accounts).set({ status: "suspended" }).where(isSender));
    await remindOfInterests("1993-03-10");
    expect(await kindsTo(boss)).toEqual([]);
    await query((db) => db.update(accounts).set({ status: "active" }).where(isSender));
    await Promise.all(Array.from({ length: 4 }, () => remindOfInterests("1993-03-10")));
    expect(await kindsTo(boss)).toEqual(["interestToAnswer"]);
  });

  test("what is answered is not reminded of", async () => {
    const { boss, sender } = await make("1994-03-01", { state: "accepted" });
    await remindOfInterests("1994-05-01");
    await lapseInterests("1994-06-01");
    expect([await kindsTo(boss), await kindsTo(sender)]).toEqual([[], []]);
  });
});

test("lapseInterests ends it once and tells both, in each one's language", async () => {
  const { boss, sender, id } = await make("1985-03-01", { state: "under-review" });
  await lapseInterests("1985-04-29");
  expect(await kindsTo(boss)).toEqual([]);
  await Promise.all(Array.from({ length: 4 }, () => lapseInterests("1985-04-30")));
  await lapseInterests("1985-05-01");
  expect(await kindsTo(boss)).toEqual(["interestLapsed"]);
  expect(await kindsTo(sender)).toEqual(["interestLapsed"]);
  const [row] = await query((db) =>
    db.select({ state: interests.state }).from(interests).where(eq(interests.id, id)),
  );
  expect(row?.state).toBe("lapsed");
});
