import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { ENTRY_KINDS, type EntryKind } from "@/db/enums";
import { makeAccount, makeApplication, makeMember, makeOrganisation } from "@/db/factories";
import { affiliationRequests } from "@/db/schema/affiliations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { reports } from "@/db/schema/moderation";
import { drawMail } from "@/lib/core/mail/draw-mail";
import { composedLetter } from "@/lib/core/mail/render-mail";
import { QUEUE_KINDS } from "@/lib/moderation/promise";
import { countWaiting, listDecidable, listQueue } from "@/lib/moderation/queries";
import { dossierOf } from "@/lib/moderation/queue-address";
import type { QueueItem } from "@/lib/moderation/queue-item";
import { reportThing } from "@/lib/moderation/reports.mutations";
import { queueInMail } from "@/lib/moderation/team-mail";
import { KINDS, type Person } from "./kinds";

afterAll(() => closeDatabase());

type Kind = QueueItem["kind"];

/** The words by which a table says that something of it waits for somebody. */
const WAITING = ["submitted", "pending", "open", "sent", "reported", "requested", "proposed"];

/** What of each table the club team's queue holds, else for whom it waits. */
const WAITS_FOR: Record<string, readonly Kind[] | string> = {
  accounts_status_check: ["account"],
  affiliation_requests_state_check: ["claim"],
  applications_state_check: ["application"],
  entries_moderation_check: ENTRY_KINDS,
  entry_revisions_state_check: ["revision"],
  event_registrations_state_check: "whoever keeps the event, or a place that comes free",
  events_progress_check: "whoever wants to register",
  interest_moves_state_check: "what an interest was, a log",
  interests_state_check: "the owner of the project",
  mailing_recipients_state_check: "the worker, which writes to them",
  mailings_state_check: "the worker, which sends it",
  organisation_invitations_state_check: "the person who was invited",
  reports_state_check: ["report"],
  room_invitations_state_check: "the person who was invited",
  translation_offers_state_check: "the owner of the entry",
};

test("whatever a table says is waiting is of a kind in the queue, or waits for somebody else", async () => {
  const found = await query((db) =>
    db.execute<{ name: string; says: string }>(sql`
      select conname as name, pg_get_constraintdef(oid) as says from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace and cardinality(conkey) = 1`),
  );
  const says = found.filter((one) => WAITING.some((word) => one.says.includes(`'${word}'`)));
  expect(says.map(({ name }) => name).sort()).toEqual(Object.keys(WAITS_FOR).sort());
  const kinds = Object.values(WAITS_FOR).filter((one) => typeof one !== "string");
  expect(kinds.flat().sort()).toEqual([...QUEUE_KINDS].sort());
});

const submitted = {
  moderation: "submitted",
  submittedAt: new Date("2020-01-02T09:00:00Z"),
} as const;

const entry = (kind: EntryKind) => async (tx: Transaction, keeper: Person) => {
  const { id } = await KINDS[kind].make(tx, keeper, {});
  await tx
    .update(entries)
    .set({ ...submitted, handedInBy: keeper.memberId })
    .where(eq(entries.id, id));
  return id;
};

/** How one of each comes to wait: a kind without a way does not compile. */
const MAKE: Record<Kind, (tx: Transaction, keeper: Person) => Promise<string>> = {
  account: async (tx) => (await makeMember(tx, {}, { status: "pending" })).accountId,
  application: async (tx) => (await makeApplication(tx, { state: "submitted" })).id,
  claim: async (tx, { memberId }) => {
    const { id: organisationId } = await makeOrganisation(tx);
    const [claim] = await tx
      .insert(affiliationRequests)
      .values({ organisationId, memberId, kind: "claim" })
      .returning({ id: affiliationRequests.id });
    return claim?.id ?? "";
  },
  revision: async (tx, keeper) => {
    const { id: entryId } = await KINDS.project.make(tx, keeper, {});
    const state = { state: "submitted", submittedAt: submitted.submittedAt } as const;
    const [revision] = await tx
      .insert(entryRevisions)
      .values({ entryId, content: {}, ...state })
      .returning({ id: entryRevisions.id });
    return revision?.id ?? "";
  },
  report: async (tx, { memberId }) => {
    await reportThing(tx, await makeMember(tx), {
      ...{ kind: "member", id: memberId },
      ...{ reasonCode: "impersonation", words: "" },
    });
    const [report] = await tx
      .select({ caseId: reports.caseId })
      .from(reports)
      .where(eq(reports.subjectId, memberId));
    return report?.caseId ?? "";
  },
  project: entry("project"),
  experience: entry("experience"),
  cooperation: entry("cooperation"),
  heritage: entry("heritage"),
  page: entry("page"),
  ask: entry("ask"),
  event: entry("event"),
};

test.each(QUEUE_KINDS)(
  "%s: waits in the queue, is counted, and is in the team's mail",
  async (kind) => {
    const moderator = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
    const id = await transaction(async (tx) => MAKE[kind](tx, await makeMember(tx)));
    const items = await listQueue(moderator, "fr");
    expect(items).toHaveLength(await countWaiting(moderator));
    const item = items.filter((one) => one.id === id);
    expect(item).toMatchObject([{ kind, taker: null }]);
    const decidable = (await listDecidable(moderator, "en")).filter((one) => one.id === id);
    const now = new Date();
    const said = queueInMail(decidable, { since: "", until: now.toISOString() }, "en", now);
    const { text } = drawMail("en", composedLetter("teamQueue", "en", { ...said, name: "" }));
    expect(text).toContain(dossierOf({ kind, id }));
  },
);
