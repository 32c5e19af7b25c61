import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { SubjectType, Verdict } from "@/db/enums";
import { auditDetails, auditEvents } from "@/db/schema/audit";
import { decisions } from "@/db/schema/moderation";
import { notices } from "@/db/schema/notices";
import type { Locale } from "../i18n/locales";
import { mailTimingOf } from "../mail/mail-timing";
import { queueMails, type Recipient } from "../mail/queue-mail";
import type { MailKind } from "../mail/render-mail";
import { type Facts, readFacts } from "./facts";

export type ClubEvent = {
  /** `noun.past`, the same verb as the mutation: `project.submitted`. */
  name: string;
  subjectType: SubjectType;
  subjectId: string;
  /** Facts without a person in them. */
  data?: Record<string, string | number | boolean | null>;
  /** What names a person, kept apart and erased with them. */
  personal?: { accountId: string; facts: Record<string, string> };
};

/** An event of an account. */
export const accountEvent = (
  name: string,
  accountId: string,
  data: NonNullable<ClubEvent["data"]> = {},
): ClubEvent => ({ name, subjectType: "account", subjectId: accountId, data });

/** So many are written in one statement. */
const TOLD_AT_ONCE = 100;

type Thing = Pick<ClubEvent, "subjectType" | "subjectId">;

/** One notice of an event: the kind of its words, its recipient, and what they may read. */
export type Telling = {
  kind: MailKind;
  to: Recipient;
  facts?: Facts;
  /**
   * What it is about, where that is not the subject of the event: who may still read of that is asked when it is read and
   * when its letter is sent. `reader` where it speaks of what is out of their sight already, without naming more than
   * they may read.
   */
  thing?: Thing | "reader";
  /** What the letter alone says, in its reader's language, and no notice keeps: a way in, contacts, what can be taken back. */
  letter?: (locale: Locale) => Record<string, string>;
};

/** Who hears of an event, and what: what `tellBy` makes of a room's table. */
export type Tell = (event: ClubEvent) => readonly Telling[];

/** What the club team decided on the subject of an event: the viewer's verdict, with a reason where it needs one. */
export type Decision = { verdict: Verdict; reasonCode?: string; words?: string };

/**
 * Writes in one transaction what happened, what was decided by it and who hears of it: a line of the trail, a decision,
 * and for each recipient a notice and the mail that is a reading of it, unless they switched off its group. Of an account
 * that is not active only what is always sent is told. `viewer` is null for the portal itself.
 */
export async function record(
  tx: Transaction,
  viewer: { accountId: string } | null,
  event: ClubEvent,
  { decision, tell }: { decision?: Decision; tell?: Tell } = {},
): Promise<void> {
  await writeLine(tx, viewer, event);
  if (decision) await keepDecision(tx, viewer, event, decision);
  const tellings = tell?.(event) ?? [];
  for (const kind of new Set(tellings.map((one) => one.kind))) {
    const all = tellings.filter((one) => one.kind === kind);
    for (let from = 0; from < all.length; from += TOLD_AT_ONCE) {
      await deliver(tx, event, kind, all.slice(from, from + TOLD_AT_ONCE));
    }
  }
}

async function writeLine(
  tx: Transaction,
  viewer: { accountId: string } | null,
  { name, subjectType, subjectId, data = {}, personal }: ClubEvent,
): Promise<void> {
  const actorId = viewer?.accountId ?? null;
  const line = tx.insert(auditEvents).values({ name, actorId, subjectType, subjectId, data });
  if (!personal) {
    await line;
    return;
  }
  const written = line.returning({ id: auditEvents.id });
  await tx.execute(sql`with written as ${written}
    insert into ${auditDetails} (event_id, account_id, personal)
    select id, ${personal.accountId}, ${JSON.stringify(personal.facts)}::jsonb from written`);
}

async function keepDecision(
  tx: Transaction,
  viewer: { accountId: string } | null,
  { subjectType, subjectId }: ClubEvent,
  { verdict, reasonCode, words }: Decision,
): Promise<void> {
  if (!viewer) throw new Error("a decision is somebody's");
  const decidedBy = viewer.accountId;
  const why = { reasonCode: reasonCode ?? null, words: words || null };
  await tx.insert(decisions).values({ subjectType, subjectId, verdict, ...why, decidedBy });
}

/** Writes notices of one kind, and their letters. */
async function deliver(
  tx: Transaction,
  event: ClubEvent,
  kind: MailKind,
  tellings: readonly Telling[],
): Promise<void> {
  const letters = tellings.map(({ to, facts = {}, letter }) => ({
    ...to,
    data: (locale: Locale) => ({ ...readFacts(facts, locale), ...letter?.(locale) }),
  }));
  const queued = await queueMails(tx, kind, letters);
  const told = tellings.flatMap(({ to, facts = {}, thing = event }, at) => {
    const one = queued[at];
    if (!one || ("address" in to && to.address)) return [];
    const { accountId } = one;
    const { subjectType, subjectId }: Thing =
      thing === "reader" ? { subjectType: "account", subjectId: accountId } : thing;
    return [{ ...one, kind, subjectType, subjectId, data: facts }];
  });
  if (mailTimingOf(kind) === "room") for (const one of told) await gather(tx, one);
  else if (told.length > 0) await tx.insert(notices).values(told);
}

/** As long as a notice is not seen, the next one of its kind and thing takes its place, and its `count` says how many there were. */
async function gather(
  tx: Transaction,
  notice: { accountId: string; kind: MailKind; subjectId: string; data: Facts } & Pick<
    typeof notices.$inferInsert,
    "subjectType"
  >,
): Promise<void> {
  const { accountId, kind, subjectId, data } = notice;
  // Whoever waits for a lock to tell it tells it when they have it.
  const createdAt = sql`clock_timestamp()`;
  const count = sql`jsonb_build_object('count', ((${notices.data} ->> 'count')::int + 1)::text)`;
  const gathered = await tx
    .update(notices)
    .set({ data: sql`${JSON.stringify(data)}::jsonb || ${count}`, createdAt })
    .where(
      and(
        eq(notices.accountId, accountId),
        eq(notices.kind, kind),
        eq(notices.subjectId, subjectId),
        isNull(notices.seenAt),
      ),
    )
    .returning({ id: notices.id });
  if (gathered.length > 0) return;
  await tx.insert(notices).values({ ...notice, createdAt });
}
