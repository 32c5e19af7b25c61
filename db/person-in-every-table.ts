import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "./client";
import { makeEvent } from "./event-factory";
import { makeExperience } from "./experience-factory";
import {
  makeAccount,
  makeActivity,
  makeApplication,
  makeFile,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
  makeRoom,
} from "./factories";
import { makeIntroduction } from "./introduction-factory";
import { makeMailing, makeRecipient } from "./mailing-factory";
import { makePortrait } from "./portrait-factory";
import {
  accountLinks,
  idempotencyKeys,
  knownBrowsers,
  sessions,
  signInCodes,
} from "./schema/accounts";
import { affiliationRequests, organisationInvitations } from "./schema/affiliations";
import { applicationKeys, applicationMessages } from "./schema/applications";
import { auditDetails, auditEvents } from "./schema/audit";
import { bookmarks, savedSearches } from "./schema/bookmarks";
import { calendarFeeds } from "./schema/calendar-feeds";
import { duesDocuments, duesYears } from "./schema/dues";
import { entryRevisions } from "./schema/entries";
import { entryAccesses, entryFiles, entryQuestions, entryVersions } from "./schema/entry-parts";
import { eventHosts, eventPeople } from "./schema/events";
import { imports } from "./schema/imports";
import { interestMessages, interestMoves, interestTranslations } from "./schema/interests";
import { introductionPassings, introductionTranslations } from "./schema/introductions";
import { memberInvitations } from "./schema/invitations";
import { mailPreferences, mails } from "./schema/mail";
import { matchDismissals } from "./schema/matching";
import { memberBlocks } from "./schema/members";
import { decisions, deskItems, deskNotes, reports, takeDowns } from "./schema/moderation";
import { notices } from "./schema/notices";
import { experienceOpinions } from "./schema/opinions";
import { outcomeFollowUps, projectOutcomes } from "./schema/project-parts";
import { rateLimits } from "./schema/rate-limits";
import { eventRegistrations } from "./schema/registrations";
import {
  roomDocuments,
  roomDocumentVersions,
  roomInvitations,
  roomMessages,
  roomMilestones,
  roomTranslations,
  roomUpdates,
} from "./schema/rooms";
import { recoveryCodes, secondFactors } from "./schema/second-factors";
import { questionTranslations, translationOffers, translationWishes } from "./schema/translations";
import { readDuesSnapshot, readSheet } from "./stored";

const sheet = readSheet({});

const soon = () => sql`now() + interval '1 day'`;

type Person = Awaited<ReturnType<typeof makeMember>>;

/** For the tests: a person with a row in every table that can name them. */
export async function personInEveryTable(tx: Transaction): Promise<Person> {
  const moderator = await makeAccount(tx, { role: "moderator" });
  const decidedBy = moderator.accountId;
  const person = await makeMember(tx);
  const { accountId, memberId } = person;
  await makePortrait(tx, memberId);
  const project = await makeProject(tx, memberId);
  await tx.insert(entryRevisions).values({ entryId: project.id, content: {} });
  await makeExperience(tx, memberId);
  const { id: eventId } = await makeEvent(tx);
  const askedOf = { eventId, organisationId: (await makeOrganisation(tx)).id };
  await tx.insert(eventHosts).values({ ...askedOf, askedAt: sql`now()`, askedBy: accountId });
  await tx.insert(eventPeople).values({ eventId, role: "invited", memberId });
  await tx.insert(eventRegistrations).values({
    eventId,
    memberId,
    state: "waiting",
    companions: ["canary-companion"],
    note: "canary-note",
  });
  await tx.execute(sql`insert into event_guests (event_id, name, email, locale)
    select ${eventId}, 'canary-guest', email, 'fr' from accounts where id = ${accountId}`);
  const activity = await makeWork(tx, person);
  const application = await makeApplied(tx, person, decidedBy);
  await makeAccess(tx, accountId);
  await tx
    .insert(imports)
    .values({ madeBy: accountId, fileName: "", locale: "fr", sheet, rowCount: 0 });
  await makeDues(tx, accountId, decidedBy);
  const mailing = await makeMailing(tx, accountId);
  await makeRecipient(tx, { mailingId: mailing.id, accountId });
  await makeExchanges(tx, person, project.id);
  await makeRoomWork(tx, person);
  const letter = { accountId, address: "", kind: "signInCode", locale: "fr" } as const;
  await tx.insert(mails).values({ ...letter, applicationId: application.id, data: {} });
  const subject = { subjectType: "project", subjectId: project.id } as const;
  await tx.insert(notices).values({ accountId, kind: "projectPublished", ...subject });
  for (const [subjectType, subjectId] of [
    ["account", accountId],
    ["project", project.id],
    ["activity", activity.id],
    ["application", application.id],
  ] as const) {
    await tx
      .insert(decisions)
      .values({ subjectType, subjectId, verdict: "refused", words: "canary-words", decidedBy });
  }
  await tx.insert(takeDowns).values({
    subjectType: "activity",
    subjectId: activity.id,
    act: "taken-down",
    reasonCode: "other",
    words: "canary-take-down",
    decidedBy,
  });
  const said = { reasonCode: "other", words: "canary-report", reporterId: accountId };
  const others = { ...subject, subjectId: randomUUID(), caseId: randomUUID() };
  await tx.insert(reports).values({ ...others, ...said });
  await tx
    .insert(deskItems)
    .values({ subjectId: randomUUID(), kind: "project", takenBy: accountId });
  await tx.insert(deskNotes).values({ ...subject, words: "canary-desk-note", authorId: decidedBy });
  const [event] = await tx
    .insert(auditEvents)
    .values({
      name: "project.submitted",
      actorId: accountId,
      subjectType: "project",
      subjectId: project.id,
    })
    .returning({ id: auditEvents.id });
  const personal = { address: "canary-details" };
  if (event) await tx.insert(auditDetails).values({ eventId: event.id, accountId, personal });
  return person;
}

async function makeDues(tx: Transaction, accountId: string, issuedBy: string) {
  const [year, amountCents, locale] = [2027, 12_000, "fr"] as const;
  const issued = { accountId, year, amountCents, locale, issuedBy, snapshot: readDuesSnapshot({}) };
  const id = randomUUID();
  await tx.insert(duesYears).values({ accountId, year, callId: id });
  await tx.insert(duesDocuments).values({ ...issued, id, kind: "call" });
}

async function makeAccess(tx: Transaction, accountId: string) {
  const open = { accountId, expiresAt: soon() };
  await tx.insert(sessions).values({ ...open, tokenHash: randomUUID() });
  await tx
    .insert(knownBrowsers)
    .values({ accountId, tokenHash: randomUUID(), sessionId: randomUUID() });
  await tx
    .insert(signInCodes)
    .values({ ...open, codeHash: randomUUID(), browserHash: randomUUID() });
  await tx.insert(accountLinks).values({
    ...open,
    purpose: "undo-address",
    email: "canary@example.org",
    tokenHash: randomUUID(),
  });
  await tx.insert(recoveryCodes).values({ accountId, codeHash: randomUUID() });
  await tx.insert(secondFactors).values({
    accountId,
    secret: "sealed",
    offeredSecret: "sealed",
    lastStep: 1,
    confirmedAt: new Date(),
  });
  await tx.insert(idempotencyKeys).values({ key: randomUUID(), accountId });
  await tx.insert(rateLimits).values({ key: `write:${accountId}`, points: 1 });
}

/** An organisation with a logo that the person manages, an activity in it, a colleague invited, another one asked. */
async function makeWork(tx: Transaction, person: { memberId: string }) {
  const { memberId } = person;
  const logoId = await makeFile(tx, { kind: "image", width: 1, height: 1 });
  const { id: organisationId } = await makeOrganisation(tx, { logoId }, [person]);
  await tx.insert(organisationInvitations).values({
    organisationId,
    email: `${randomUUID()}@example.org`,
    locale: "fr",
    invitedBy: memberId,
    tokenHash: randomUUID(),
    expiresAt: soon(),
  });
  await tx.insert(memberInvitations).values({
    ...{ invitedBy: memberId, email: `${randomUUID()}@example.org`, locale: "fr" },
    ...{ familyName: "Zola", givenName: "Anne", words: "Venez", tokenHash: randomUUID() },
    expiresAt: soon(),
  });
  const { id: elsewhere } = await makeOrganisation(tx);
  await tx
    .insert(affiliationRequests)
    .values({ organisationId: elsewhere, memberId, kind: "claim", words: "" });
  return makeActivity(tx, memberId, { organisationId });
}

/** The application that made the person a member: asked for more, noted on, with its keys and consents. */
async function makeApplied(tx: Transaction, { accountId }: Ids, takenBy: string) {
  const application = await makeApplication(tx, { state: "approved", accountId, takenBy });
  const applicationId = application.id;
  for (const purpose of ["link", "browser"] as const) {
    await tx
      .insert(applicationKeys)
      .values({ applicationId, purpose, tokenHash: randomUUID(), expiresAt: soon() });
  }
  for (const kind of ["question", "answer", "note"] as const) {
    const authorId = kind === "answer" ? null : takenBy;
    await tx.insert(applicationMessages).values({ applicationId, kind, words: "", authorId });
  }
  return application;
}

/** What a machine made of something. */
const made = { locale: "zh", words: "", madeBy: "" } as const;

/** What the person does around projects: their own, and somebody else's. */
async function makeExchanges(tx: Transaction, { accountId, memberId }: Ids, ownId: string) {
  const other = await makeMember(tx);
  const { id: projectId } = await makeProject(tx, other.memberId, { moderation: "published" });
  const interest = await makeInterest(tx, projectId, memberId);
  const interestId = interest.id;
  await tx.insert(interestMessages).values({ interestId, authorId: accountId, words: "" });
  await tx.insert(interestMoves).values({ interestId, state: "withdrawn", movedBy: accountId });
  await tx.insert(interestTranslations).values({ interestId, piece: "about", ...made });
  await makeIntroduction(tx, other.memberId, memberId, "not-now");
  const third = await makeMember(tx);
  const introductionId = await makeIntroduction(tx, other.memberId, third.memberId);
  await tx.insert(introductionPassings).values({ introductionId, goBetween: memberId });
  await tx.insert(introductionTranslations).values({ introductionId, readerId: memberId, ...made });
  await tx.insert(memberBlocks).values({ blockerId: memberId, blockedId: other.memberId });
  await tx.insert(matchDismissals).values({ memberId, projectId });
  await tx.insert(bookmarks).values({ accountId, entryId: projectId });
  await tx.insert(calendarFeeds).values({ accountId, tokenHash: accountId });
  await tx.insert(savedSearches).values({ accountId, list: "projects", asked: "q=x", name: "" });
  const text = { field: "summary", locale: "en", words: "" } as const;
  await tx.insert(translationOffers).values({ entryId: projectId, memberId, ...text });
  await tx.insert(translationWishes).values({ entryId: projectId, accountId, locale: "en" });
  await tx.insert(entryQuestions).values({ entryId: projectId, memberId, locale: "fr", words: "" });
  const { id: toldId } = await makeExperience(tx, other.memberId, { moderation: "published" });
  const [asked] = await tx
    .insert(entryQuestions)
    .values({ entryId: toldId, memberId: third.memberId, locale: "fr", words: "" })
    .returning({ questionId: entryQuestions.id });
  const translated = { part: "question", locale: "en", words: "", memberId } as const;
  if (asked) await tx.insert(questionTranslations).values({ ...asked, ...translated });
  const opinion = { stance: "endorsed", locale: "fr", words: "" } as const;
  await tx.insert(experienceOpinions).values({ entryId: toldId, memberId, ...opinion });
  await tx.insert(entryAccesses).values({ entryId: projectId, accountId, part: "text" });
  await tx.insert(mailPreferences).values({ accountId, topic: "interests" });
  const file = { name: "a.pdf", fileId: await makeFile(tx) };
  await tx.insert(entryFiles).values({ entryId: ownId, ...file });
  const version = { number: 1, cause: "published", content: {}, authorId: accountId } as const;
  await tx.insert(entryVersions).values({ entryId: ownId, ...version });
  const [outcome] = await tx
    .insert(projectOutcomes)
    .values({ projectId: ownId, agreementKind: "none", recordedBy: accountId })
    .returning({ id: projectOutcomes.id });
  if (!outcome) throw new Error("no outcome was made");
  await tx.insert(outcomeFollowUps).values({ outcomeId: outcome.id, months: 6 });
}

type Ids = { accountId: string; memberId: string };

/** What the person does in the room of somebody else's project. */
async function makeRoomWork(tx: Transaction, { accountId, memberId }: Ids) {
  const lead = await makeMember(tx);
  const { id: projectId } = await makeProject(tx, lead.memberId, { moderation: "published" });
  const room = await makeRoom(tx, projectId, [lead.memberId, memberId]);
  const inRoom = { roomId: room.id, authorId: accountId };
  const [message] = await tx
    .insert(roomMessages)
    .values({ ...inRoom, words: "" })
    .returning({ id: roomMessages.id });
  if (!message) throw new Error("no message was written");
  await tx.insert(roomTranslations).values({ messageId: message.id, ...made });
  await tx.insert(roomUpdates).values({ ...inRoom, words: "", locale: "fr" });
  await tx.insert(roomMilestones).values({ ...inRoom, title: "", dueOn: "2027-01-01" });
  await tx
    .insert(roomInvitations)
    .values({ roomId: room.id, memberId, role: "adviser", invitedBy: lead.memberId });
  const [document] = await tx
    .insert(roomDocuments)
    .values({ roomId: room.id, title: "" })
    .returning({ id: roomDocuments.id });
  if (!document) throw new Error("no document was made");
  const file = { name: "a.pdf", fileId: await makeFile(tx) };
  await tx
    .insert(roomDocumentVersions)
    .values({ documentId: document.id, number: 1, authorId: accountId, ...file });
}
