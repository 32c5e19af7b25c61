import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { secondFactors } from "@/db/schema/second-factors";
import { answerToken } from "./answer-token";
import { accountStanding, answerByLink, findLinkHolder } from "./link-holder";
import type { Viewer } from "./viewer-type";

afterAll(closeDatabase);

type Account = Partial<typeof accounts.$inferInsert>;

const join = (account: Account = {}) => transaction((tx) => makeMember(tx, {}, account));

async function standingOf({ accountId }: Viewer): Promise<string | null> {
  const [row] = await query((db) =>
    db.select({ standing: accountStanding }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return row?.standing ?? null;
}

/** The link of a letter that an account gets now. */
async function linkTo(viewer: Viewer): Promise<string> {
  const { accountId } = viewer;
  const standing = (await standingOf(viewer)) ?? "none";
  return answerToken({ what: "interest", subjectId: randomUUID(), accountId, standing });
}

const change = ({ accountId }: Viewer, values: Account) =>
  query((db) => db.update(accounts).set(values).where(eq(accounts.id, accountId)));

const setUpFactor = ({ accountId }: Viewer, isConfirmed: boolean) =>
  query((db) =>
    db.insert(secondFactors).values({
      accountId,
      ...(isConfirmed
        ? { secret: "x", lastStep: 1, confirmedAt: new Date() }
        : { offeredSecret: "x" }),
    }),
  );

const act = (token: string, viewer: Viewer | null = null) => {
  let actor = "";
  const answer = async (holder: Viewer) => {
    actor = holder.accountId;
  };
  return transaction((tx) => answerByLink(tx, viewer, { token, what: "interest" }, answer)).then(
    () => actor,
    ({ code }) => code,
  );
};

test("a letter's link stands for its account: as a member, without a session or a role of the team", async () => {
  const boss = await join({ role: "administrator", locale: "zh" });
  const token = await linkTo(boss);
  const found = await findLinkHolder(token);
  expect(found?.holder).toEqual({
    accountId: boss.accountId,
    memberId: boss.memberId,
    memberSlug: boss.memberSlug,
    role: "member",
    status: "active",
    locale: "zh",
    theme: "system",
    sessionId: "",
    name: "",
  });
  expect(await act(token)).toBe(boss.accountId);
});

test.each<[string, Account, string]>([
  ["another address", { email: `${randomUUID()}@example.org` }, "over"],
  ["another password", { passwordHash: "another" }, "over"],
  ["suspended", { status: "suspended" }, "over"],
  ["lapsed", { status: "lapsed" }, "over"],
  ["erased", { status: "left", email: `${randomUUID()}@erased.invalid` }, "over"],
  ["another language and appearance", { locale: "en", theme: "dark" }, "held"],
  ["seen again", { lastSeenAt: new Date() }, "held"],
])("after a change, %s, it is %s", async (_, values, state) => {
  const member = await join({ passwordHash: "first" });
  const token = await linkTo(member);
  await change(member, values);
  expect((await findLinkHolder(token)) !== null).toBe(state === "held");
  expect(await act(token)).toBe(state === "held" ? member.accountId : "answerLinkOver");
});

test("whoever is asked for a second step gets no such link, and those before stop; one only offered changes nothing", async () => {
  const [member, other] = await Promise.all([join(), join()]);
  const tokens = [await linkTo(member), await linkTo(other)];
  await setUpFactor(member, true);
  await setUpFactor(other, false);
  expect([await standingOf(member), await act(tokens[0] ?? "")]).toEqual([null, "answerLinkOver"]);
  expect(await act(tokens[1] ?? "")).toBe(other.accountId);
});

test("nobody acts by it who is signed in to another account", async () => {
  const [member, other] = await Promise.all([join(), join()]);
  const token = await linkTo(member);
  expect(await act(token, other)).toBe("answerLinkOfOther");
  expect(await act(token, member)).toBe(member.accountId);
});

test.each(["", "x", "a b", "é", "-".repeat(400)])("%s is no link of ours", async (token) => {
  expect(await findLinkHolder(token)).toBeNull();
  expect(await act(token)).toBe("answerLinkOver");
});
