import { randomUUID } from "node:crypto";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import {
  makeAccount,
  makeActivity,
  makeApplication,
  makeMember,
  makeOrganisation,
} from "@/db/factories";
import { eventsOn, mailsTo, rowsAsText } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import {
  affiliationRequests,
  affiliations,
  organisationInvitations,
} from "@/db/schema/affiliations";
import { applicationMessages } from "@/db/schema/applications";
import { mails } from "@/db/schema/mail";
import { notices } from "@/db/schema/notices";
import { organisations } from "@/db/schema/organisations";
import { acceptRequest, declineRequest, requestAffiliation } from "@/lib/affiliations/mutations";
import { removePerson } from "@/lib/affiliations/people.mutations";
import { findInvitation } from "@/lib/affiliations/queries";
import { takeApplication } from "@/lib/applications/vetting/mutations";
import { hashToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { eraseAccount } from "./erasure.mutations";
import { PERSONAL_DATA } from "./personal-data";
import { exportAccount } from "./queries";

// What erases works as the owner of the tables: the worker and the `club` command.
workAsOwner(20_000);

afterAll(() => closeDatabase());

const erase = ({ accountId }: Viewer) =>
  transaction((tx) => eraseAccount(tx, "portal", { accountId }));

/** Every row of every table as text. */
const everything = () => rowsAsText(Object.keys(PERSONAL_DATA));

const invite = (
  tx: Transaction,
  organisationId: string,
  invitedBy: string,
  email: string,
  tokenHash: string = randomUUID(),
) =>
  tx.insert(organisationInvitations).values({
    organisationId,
    email,
    locale: "fr",
    invitedBy,
    tokenHash,
    expiresAt: sql`now() + interval '1 day'`,
  });

test("what others wrote to or about the address goes with its owner", async () => {
  const email = `canary-address-${randomUUID()}@example.org`;
  const person = await transaction(async (tx) => {
    const manager = await makeMember(tx);
    const { id } = await makeOrganisation(tx, {}, [manager]);
    await invite(tx, id, manager.memberId, email);
    const to = { address: email, locale: "fr", name: "" } as const;
    await queueMail(tx, { ...to, kind: "organisationInvitation", data: { to: "/invitation" } });
    const refused = await makeApplication(tx, { email, state: "refused" });
    const applicationId = refused.id;
    await tx
      .insert(applicationMessages)
      .values({ applicationId, kind: "note", words: "canary-vetting" });
    return makeMember(tx, {}, { email });
  });
  const { tables } = await exportAccount(person);
  expect(tables.applications).toMatchObject([{ email, state: "refused" }]);
  expect(tables.application_messages).toMatchObject([{ kind: "note", words: "canary-vetting" }]);
  await erase(person);
  const left = await everything();
  expect(left).not.toContain("canary-address");
  expect(left).not.toContain("canary-vetting");
});

test("letters to others that still wait to be sent name nobody who is erased", async () => {
  const manager = await transaction((tx) => makeMember(tx));
  const names = { givenName: "Canarie", familyName: "Wartet", nameZh: "卡娜莉" };
  const person = await transaction((tx) => makeMember(tx, names));
  const { accountId } = manager;
  await transaction(async (tx) => {
    for (const called of ["Canarie Wartet", "Wartet Canarie", "卡娜莉"]) {
      await queueMail(tx, { accountId, kind: "affiliationRequested", data: { person: called } });
    }
    await queueMail(tx, { accountId, kind: "roleChanged", data: { role: "membre" } });
  });
  await erase(person);
  const waiting = await query((db) =>
    db.select({ kind: mails.kind }).from(mails).where(eq(mails.accountId, accountId)),
  );
  expect(waiting).toEqual([{ kind: "roleChanged" }]);
  expect(await everything()).not.toMatch(/Canarie|卡娜莉/);
});

test("letters to and about namesakes stay, though the names begin alike", async () => {
  const names = { givenName: "Li", familyName: "Chen", nameZh: "王伟" };
  const [person, namesake, other] = await transaction(async (tx) => [
    await makeMember(tx, names),
    await makeMember(tx, names, { locale: "zh" }),
    await makeMember(tx, { givenName: "Ling", familyName: "Chen", nameZh: "王伟明" }),
  ]);
  if (!person || !namesake || !other) throw new Error("nobody was made");
  await transaction(async (tx) => {
    for (const { accountId } of [namesake, other]) {
      await queueMail(tx, { accountId, kind: "roleChanged", data: { role: "membre" } });
      const data = { person: "王伟明" };
      await queueMail(tx, { accountId, kind: "affiliationRequested", data });
    }
  });
  await erase(person);
  const toThem = inArray(mails.accountId, [namesake.accountId, other.accountId]);
  expect(await query((db) => db.$count(mails, toThem))).toBe(4);
});

test("what they wrote to somebody goes from the reader's trail and from letters that quote it", async () => {
  const words = "canary-refusal: nous sommes déjà assez nombreux";
  const [manager, asking] = await transaction(async (tx) => {
    const one = await makeMember(tx);
    const { id: organisationId } = await makeOrganisation(tx, {}, [one]);
    await tx
      .update(affiliations)
      .set({ role: "manager" })
      .where(eq(affiliations.organisationId, organisationId));
    const two = await makeMember(tx);
    await requestAffiliation(tx, two, { organisationId, kind: "join", words: "" });
    const [request] = await tx
      .select({ id: affiliationRequests.id })
      .from(affiliationRequests)
      .where(eq(affiliationRequests.memberId, two.memberId));
    await declineRequest(tx, one, { requestId: request?.id ?? "", words });
    return [one, two];
  });
  expect((await everything()).split("canary-refusal")).toHaveLength(4);
  await erase(manager);
  expect(await everything()).not.toContain("canary-refusal");
  const left = await query((db) => db.$count(mails, eq(mails.accountId, asking.accountId)));
  expect(left).toBe(0);
});

test("whom they invited can still come, where another manager vouches", async () => {
  const token = randomUUID();
  const [inviter, other] = await transaction(async (tx) => {
    const one = await makeMember(tx);
    const two = await makeMember(tx);
    const { id } = await makeOrganisation(tx, {}, [one, two]);
    await tx
      .update(affiliations)
      .set({ role: "manager" })
      .where(eq(affiliations.organisationId, id));
    await invite(tx, id, one.memberId, `guest-${token}@example.org`, hashToken(token));
    return [one, two];
  });
  await erase(inviter);
  expect(await findInvitation(token)).not.toBeNull();
  const [row] = await query((db) =>
    db
      .select({ by: organisationInvitations.invitedBy })
      .from(organisationInvitations)
      .where(eq(organisationInvitations.email, `guest-${token}@example.org`)),
  );
  expect(row?.by).toBe(other.memberId);
});

test("an organisation that somebody asks to join is not the erased person's alone", async () => {
  const { manager, organisation } = await transaction(async (tx) => {
    const manager = await makeMember(tx);
    const organisation = await makeOrganisation(tx, { name: { fr: "Forge" } }, [manager]);
    const asking = await makeMember(tx);
    const values = { organisationId: organisation.id, memberId: asking.memberId };
    await tx.insert(affiliationRequests).values({ ...values, kind: "join", words: "" });
    return { manager, organisation };
  });
  await erase(manager);
  const left = await query((db) =>
    db
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisation.id)),
  );
  expect(left).toEqual([{ name: { fr: "Forge" } }]);
});

test("what the person decided stays decided, by a key without a name", async () => {
  const [decider, taken, asked] = await transaction(async (tx) => {
    const one = await makeMember(tx, {}, { role: "moderator" });
    const application = await makeApplication(tx, {
      state: "under-review",
      takenBy: one.accountId,
      takenAt: new Date(),
    });
    await tx.insert(applicationMessages).values({
      applicationId: application.id,
      kind: "question",
      words: "Depuis quand ?",
      authorId: one.accountId,
    });
    const { id: organisationId } = await makeOrganisation(tx, {}, [one]);
    const { memberId } = await makeMember(tx);
    const state = { kind: "join", state: "accepted", decidedBy: one.accountId } as const;
    await tx.insert(affiliationRequests).values({ organisationId, memberId, ...state });
    return [one, application, memberId] as const;
  });
  await erase(decider);
  const requests = await query((db) =>
    db
      .select({ state: affiliationRequests.state, decidedBy: affiliationRequests.decidedBy })
      .from(affiliationRequests)
      .where(eq(affiliationRequests.memberId, asked)),
  );
  expect(requests).toEqual([{ state: "accepted", decidedBy: decider.accountId }]);
  const colleague = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
  const takeOver = { applicationId: taken.id, version: taken.version, from: decider.accountId };
  await transaction((tx) => takeApplication(tx, colleague, takeOver));
});

test("of an organisation that goes with its only person the trail has a line, and notices no way to it", async () => {
  const slug = `maison-${randomUUID()}`;
  const { manager, colleague, organisation } = await transaction(async (tx) => {
    const manager = await makeMember(tx);
    const colleague = await makeMember(tx);
    const organisation = await makeOrganisation(tx, { slug }, [manager, colleague]);
    const input = { organisationId: organisation.id, memberId: colleague.memberId };
    await removePerson(tx, manager, input);
    return { manager, colleague, organisation };
  });
  await erase(manager);
  expect(await eventsOn(organisation.id)).toEqual(["organisation.removed"]);
  const told = await query((db) =>
    db
      .select({ kind: notices.kind, data: notices.data })
      .from(notices)
      .where(eq(notices.accountId, colleague.accountId)),
  );
  expect(told).toMatchObject([{ kind: "personRemoved", data: { organisation: "" } }]);
  expect(JSON.stringify(told)).not.toContain(slug);
  expect(await mailsTo(colleague)).toEqual([]);
});

test("an organisation whose only manager is erased can be claimed, and keeps what is not theirs", async () => {
  const world = await transaction(async (tx) => {
    const manager = await makeMember(tx);
    const colleague = await makeMember(tx);
    const organisation = await makeOrganisation(tx, {}, [manager, colleague]);
    const values = { organisationId: organisation.id };
    await makeActivity(tx, manager.memberId, { ...values, slug: `gone-${organisation.id}` });
    await makeActivity(tx, colleague.memberId, { ...values, slug: `stays-${organisation.id}` });
    await invite(tx, organisation.id, manager.memberId, `${randomUUID()}@example.org`);
    const moderator = await makeAccount(tx, { role: "moderator" });
    return { manager, colleague, organisation, moderator };
  });
  const { manager, colleague, organisation, moderator } = world;
  const input = { organisationId: organisation.id, kind: "claim", words: "" } as const;
  const claim = () => transaction((tx) => requestAffiliation(tx, colleague, input));
  await expect(claim()).rejects.toMatchObject({ code: "hasManager" });
  await erase(manager);
  await claim();
  const [request] = await query((db) =>
    db
      .select({ id: affiliationRequests.id })
      .from(affiliationRequests)
      .where(eq(affiliationRequests.memberId, colleague.memberId)),
  );
  await transaction((tx) => acceptRequest(tx, moderator, { requestId: request?.id ?? "" }));
  const left = await everything();
  expect(left).toContain(`stays-${organisation.id}`);
  expect(left).not.toContain(`gone-${organisation.id}`);
  expect(left).not.toContain(manager.memberId);
});

test("the last administrator cannot be erased", async () => {
  const undo = new Error("undo");
  let outcome: unknown;
  const attempt = transaction(async (tx) => {
    const { accountId } = await makeAccount(tx, { role: "administrator" });
    const others = and(eq(accounts.role, "administrator"), ne(accounts.id, accountId));
    await tx.update(accounts).set({ role: "member" }).where(others);
    outcome = await eraseAccount(tx, "portal", { accountId }).catch((error: unknown) => error);
    throw undo;
  });
  await expect(attempt).rejects.toBe(undo);
  expect(outcome).toMatchObject({ code: "lastAdministrator" });
});
