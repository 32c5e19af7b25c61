import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { affiliationRequests } from "@/db/schema/affiliations";
import { auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { admitAccount, declineAccount } from "../accounts/pending.mutations";
import { getPendingAccount } from "./pending.queries";
import { countWaiting, listDecisionsOn, listQueue } from "./queries";

afterAll(() => closeDatabase());

const make = (values: Parameters<typeof makeAccount>[1] = {}) =>
  transaction((tx) => makeAccount(tx, values));
const moderator = () => make({ role: "moderator" });
const pending = () =>
  transaction((tx) =>
    makeMember(tx, {}, { status: "pending", locale: "zh", createdAt: new Date("2019-01-01") }),
  );

const admit = (viewer: Viewer, accountId: string, version = 1) =>
  transaction((tx) => admitAccount(tx, viewer, { accountId, version, words: "" }));
const decline = (viewer: Viewer, accountId: string, reasonCode: string, words = "") =>
  transaction((tx) => declineAccount(tx, viewer, { accountId, version: 1, words, reasonCode }));

const read = async (accountId: string) => {
  const [account] = await query((db) =>
    db.select({ status: accounts.status }).from(accounts).where(eq(accounts.id, accountId)),
  );
  const letters = await query((db) =>
    db
      .select({ kind: mails.kind, locale: mails.locale, data: mails.data })
      .from(mails)
      .where(eq(mails.accountId, accountId)),
  );
  const events = await query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, accountId))
      .orderBy(auditEvents.id),
  );
  return { status: account?.status, letters, events };
};

test("a moderator opens the portal: the person gets a link to sign in, the trail and the history say who", async () => {
  const [team, person] = [await moderator(), await pending()];
  await admit(team, person.accountId);
  const { status, letters, events } = await read(person.accountId);
  expect(status).toBe("active");
  expect(letters).toMatchObject([{ kind: "applicationApproved", locale: "zh" }]);
  expect(letters[0]?.data.to).toMatch(/^\/welcome\?token=.{40,}/);
  expect(events).toContainEqual({ name: "account.admitted", actorId: team.accountId });
  expect(await listDecisionsOn(team, person.accountId, "fr")).toMatchObject([
    { verdict: "approved", subjectType: "account" },
  ]);
});

test("a refusal needs a reason, reaches the person in their language and is read in the history", async () => {
  const [team, person] = [await moderator(), await pending()];
  const unknown = decline(team, person.accountId, "bad-mood");
  await expect(unknown).rejects.toMatchObject({ code: "notInList", field: "refusalReason" });
  const silent = decline(team, person.accountId, "other");
  await expect(silent).rejects.toMatchObject({ code: "wordsNeeded", field: "words" });
  await decline(team, person.accountId, "no-link");
  const { status, letters, events } = await read(person.accountId);
  expect(status).toBe("left");
  expect(letters).toMatchObject([{ kind: "membershipDeclined", locale: "zh" }]);
  expect(letters[0]?.data.reason).toContain("里昂");
  expect(events).toContainEqual({ name: "account.declined", actorId: team.accountId });
  const [past] = await listDecisionsOn(team, person.accountId, "fr");
  expect(past).toMatchObject({ verdict: "refused", reason: expect.stringContaining("lien") });
});

test("is refused to members, to a moderator demoted meanwhile, on an active account and on nobody", async () => {
  const [team, member, person] = [await moderator(), await make(), await pending()];
  await expect(admit(member, person.accountId)).rejects.toMatchObject({ code: "notFound" });
  const demoted = { ...member, role: "moderator" as const };
  await expect(admit(demoted, person.accountId)).rejects.toMatchObject({ code: "notFound" });
  await expect(admit(team, member.accountId)).rejects.toMatchObject({ code: "alreadyDecided" });
  await expect(admit(team, randomUUID())).rejects.toMatchObject({ code: "notFound" });
  await expect(admit(team, person.accountId, 7)).rejects.toMatchObject({ code: "conflict" });
  expect((await read(person.accountId)).status).toBe("pending");
});

test("two moderators at once: one decision, one letter, the second is told", async () => {
  const [one, two, person] = [await moderator(), await moderator(), await pending()];
  const results = await Promise.allSettled([
    admit(one, person.accountId),
    decline(two, person.accountId, "no-link"),
  ]);
  const refused = results.find((result) => result.status === "rejected");
  expect(refused?.reason).toMatchObject({ code: "alreadyDecided" });
  const rows = await query((db) =>
    db
      .select({ verdict: decisions.verdict })
      .from(decisions)
      .where(eq(decisions.subjectId, person.accountId)),
  );
  expect(rows).toHaveLength(1);
  expect((await read(person.accountId)).letters).toHaveLength(1);
});

test("whoever was brought in waits for nobody of the team, who let nobody in that has not consented", async () => {
  const [team, person] = [await moderator(), await pending()];
  const { accountId } = person;
  await query((db) =>
    db.update(accounts).set({ isBroughtIn: true }).where(eq(accounts.id, accountId)),
  );
  expect((await listQueue(team, "fr")).map(({ id }) => id)).not.toContain(accountId);
  expect(await getPendingAccount(team, accountId, "fr")).toMatchObject({ id: accountId });
  await expect(admit(team, accountId)).rejects.toMatchObject({ code: "notFound" });
});

test("a pending account stands in the queue, and is gone once decided", async () => {
  const [team, person] = [await moderator(), await pending()];
  const before = await listQueue(team, "fr");
  expect(before).toHaveLength(await countWaiting(team));
  const item = before.find(({ id }) => id === person.accountId);
  expect(item).toMatchObject({ kind: "account", title: { text: "Camille Montclair", lang: null } });
  const dossier = await getPendingAccount(team, person.accountId, "fr");
  expect(dossier).toMatchObject({ status: "pending", version: 1 });
  expect(await getPendingAccount(person, person.accountId, "fr")).toBeNull();
  expect(await getPendingAccount(team, team.accountId, "fr")).toBeNull();
  await admit(team, person.accountId);
  const after = await listQueue(team, "fr");
  expect(after.some(({ id }) => id === person.accountId)).toBe(false);
  expect(await getPendingAccount(team, person.accountId, "fr")).toMatchObject({ status: "active" });
});

test("a claim on an organisation that nobody manages stands in the queue", async () => {
  const { team, member, organisation, claimId } = await transaction(async (tx) => {
    const member = await makeMember(tx);
    const organisation = await makeOrganisation(tx, { name: { fr: "Ateliers du Griffon" } });
    const asked = { organisationId: organisation.id, memberId: member.memberId };
    const [claim] = await tx
      .insert(affiliationRequests)
      .values({ ...asked, kind: "claim" })
      .returning({ id: affiliationRequests.id });
    const team = await makeAccount(tx, { role: "moderator" });
    return { team, member, organisation, claimId: claim?.id ?? "" };
  });
  expect(organisation.id).not.toBe("");
  const items = await listQueue(team, "fr");
  expect(items).toHaveLength(await countWaiting(team));
  expect(items.find(({ id }) => id === claimId)).toMatchObject({
    kind: "claim",
    title: { text: "Ateliers du Griffon", lang: "fr" },
    owner: "Camille Montclair",
    isOwn: false,
  });
  expect((await listQueue(member, "fr")).some(({ id }) => id === claimId)).toBe(false);
});
