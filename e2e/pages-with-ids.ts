import { randomUUID } from "node:crypto";
import { desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { makeArrival } from "@/db/arrival-factory";
import { query, transaction } from "@/db/client";
import { makeGuest, makeOpenEvent } from "@/db/registration-factory";
import { accountLinks, accounts } from "@/db/schema/accounts";
import { affiliationRequests } from "@/db/schema/affiliations";
import { applications } from "@/db/schema/applications";
import { duesDocuments } from "@/db/schema/dues";
import { entries, entryRevisions } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { introductions } from "@/db/schema/introductions";
import { mailings } from "@/db/schema/mailings";
import { members } from "@/db/schema/members";
import { reports } from "@/db/schema/moderation";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { guestAfterPage, guestChangePage, guestPage, guestToken } from "@/lib/events/guest-link";
import { DEMO } from "./world";

/** What the owner of a project of the demo has received and each thing they can do with the newest, and the exchanges proposed by and to them. */
export async function exchangePaths(): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ id: interests.id, state: interests.state })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .where(eq(entries.slug, "shared-office-guangzhou")),
  );
  const proposed = await query((db) =>
    db
      .select({ id: introductions.id })
      .from(introductions)
      .innerJoin(
        members,
        or(eq(members.id, introductions.askedBy), eq(members.id, introductions.asked)),
      )
      .where(eq(members.slug, "thibault-descrieux")),
  );
  const received = rows.flatMap(({ id, state }) => {
    const acts = state === "sent" ? ["accept", "ask", "decline"] : [];
    return [`/interests/${id}`, ...acts.map((act) => `/interests/${id}?act=${act}`)];
  });
  return [...received, ...proposed.map(({ id }) => `/introductions/${id}`)];
}

/** The page of a link to come in that is open. */
export async function comeInPaths(): Promise<string[]> {
  const token = newToken();
  await transaction(async (tx) => {
    const { accountId } = await makeArrival(tx);
    const expiresAt = new Date(Date.now() + 86_400_000);
    const link = { accountId, purpose: "come-in", tokenHash: hashToken(token), expiresAt } as const;
    await tx.insert(accountLinks).values(link);
  });
  return [`/come-in?token=${token}`];
}

/** What the letters of guests of an event lead to: to confirm, with a place, too late, once it was given up, and who came. */
export async function guestPaths(): Promise<string[]> {
  const guests = await transaction(async (tx) => {
    const event = await makeOpenEvent(tx, { audience: "public", publishedAt: new Date() });
    const confirmedAt = new Date();
    return [
      await makeGuest(tx, event.id, { companions: ["李娜"] }),
      await makeGuest(tx, event.id, { createdAt: new Date(0) }),
      await makeGuest(tx, event.id, { confirmedAt }, { companions: ["李娜"] }),
      await makeGuest(tx, event.id, { confirmedAt }, { state: "cancelled" }),
      await makeGuest(tx, event.id, { confirmedAt }, { state: "attended" }),
    ];
  });
  const tokens = guests.map(({ guestId }) => guestToken(guestId));
  const [, , seated = "", , came = ""] = tokens;
  return [...tokens.map(guestPage), guestChangePage(seated), guestAfterPage(came)];
}

/** The dossiers of the demo club, whose addresses carry ids. */
export async function dossierPaths(): Promise<string[]> {
  // Somebody stands in the list of who has not come in.
  await transaction((tx) => makeArrival(tx));
  const [[project], [revision], [account], [pending], [claim], applied, written] =
    await Promise.all([
      query((db) =>
        db
          .select({ id: entries.id })
          .from(entries)
          .where(sql`kind = 'project' and moderation = 'submitted'`)
          .orderBy(entries.submittedAt)
          .limit(1),
      ),
      query((db) =>
        db
          .select({ id: entryRevisions.id })
          .from(entryRevisions)
          .where(eq(entryRevisions.state, "submitted"))
          .limit(1),
      ),
      query((db) =>
        db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, DEMO.suspended)),
      ),
      query((db) =>
        db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, DEMO.pending)),
      ),
      query((db) =>
        db
          .select({ id: affiliationRequests.id })
          .from(affiliationRequests)
          .where(eq(affiliationRequests.kind, "claim"))
          .limit(1),
      ),
      // one in each state that the club team reads
      query((db) =>
        db
          .selectDistinctOn([applications.state], { id: applications.id })
          .from(applications)
          .where(isNotNull(applications.submittedAt))
          .orderBy(applications.state, applications.submittedAt),
      ),
      // a draft, a newsletter that was sent, an announcement
      query((db) =>
        db
          .selectDistinctOn([mailings.kind], { id: mailings.id, state: mailings.state })
          .from(mailings)
          .orderBy(mailings.kind, mailings.createdAt),
      ),
    ]);
  return [
    `/admin/projects/${project?.id}`,
    `/admin/revisions/${revision?.id}`,
    ...(await askPaths()),
    ...(await reportedPaths()),
    `/admin/members/${account?.id}`,
    `/admin/members/${account?.id}/account`,
    `/admin/accounts/${pending?.id}`,
    `/admin/claims/${claim?.id}`,
    ...written.map(({ id }) => `/admin/mailings/${id}`),
    ...written
      .filter(({ state }) => state === "draft")
      .map(({ id }) => `/admin/mailings/${id}/send`),
    ...applied.map(({ id }) => `/admin/applications/${id}`),
    ...(await duesPaths()),
  ];
}

/** A question to the club, as the team reads it. */
async function askPaths(): Promise<string[]> {
  const isAsk = eq(entries.entryKind, "ask");
  const rows = await query((db) =>
    db.select({ id: entries.id }).from(entries).where(isAsk).limit(1),
  );
  return rows.map(({ id }) => `/admin/asks/${id}`);
}

const PROJECT = eq(entries.slug, "shared-office-guangzhou");

/** The form by which a project is reported. */
export async function reportPaths(): Promise<string[]> {
  const rows = await query((db) => db.select({ id: entries.id }).from(entries).where(PROJECT));
  return rows.map(({ id }) => `/charter/report/project/${id}`);
}

/** That project, once a visitor reported it. */
async function reportedPaths(): Promise<string[]> {
  const caseId = randomUUID();
  await transaction(async (tx) => {
    const [project] = await tx.select({ id: entries.id }).from(entries).where(PROJECT);
    if (!project) throw new Error("the demo club has no such project");
    const said = { reasonCode: "misleading", words: "La photo n’est pas la leur." };
    await tx
      .insert(reports)
      .values({ ...said, caseId, subjectType: "project", subjectId: project.id });
  });
  return [`/admin/reports/${caseId}`];
}

/** A call that is open and a receipt of the demo, with the form that calls their payer again. */
async function duesPaths(): Promise<string[]> {
  const rows = await query((db) =>
    db
      .selectDistinctOn([duesDocuments.kind], {
        id: duesDocuments.id,
        accountId: duesDocuments.accountId,
      })
      .from(duesDocuments)
      .where(sql`created_at < now() - interval '1 day'`)
      .orderBy(duesDocuments.kind, desc(duesDocuments.createdAt)),
  );
  return rows.flatMap(({ id, accountId }) => [
    `/admin/dues/${id}`,
    `/admin/dues/call?member=${accountId}`,
  ]);
}
