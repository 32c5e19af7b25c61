import "server-only";
import { and, count, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import { asks } from "@/db/schema/asks";
import { entries } from "@/db/schema/entries";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { draftEntry } from "@/lib/entries/drafts.mutations";
import { entryEvent } from "@/lib/entries/entry-event";
import { lockQuestion } from "@/lib/entries/questions/locked.queries";
import { askQuestion } from "@/lib/entries/questions/mutations";
import { changeQuestion } from "@/lib/entries/questions/versions.mutations";
import { submitEntry } from "@/lib/entries/verbs.mutations";
import { listBlockers } from "@/lib/members/blocked.queries";
import { ASKS_A_DAY, isOpenOn } from "./ask";
import { tellAsked } from "./notices";
import { ASK_VERBS } from "./noun.queries";
import { canAnswerAsk, canMarkHelpful, canPostAsk } from "./policy";
import { getAskInSight } from "./queries";
import { findAsked } from "./routing.queries";

/**
 * Puts a question to the club, online at once, and asks the members who fit. Gives its address and how many are asked. Throws
 * `notFound` for whoever is no active member, and on `text` `asksTooMany`.
 */
export async function postAsk(
  tx: Transaction,
  viewer: Viewer,
  { locale, text }: { locale: Locale; text: string },
): Promise<{ id: string; slug: string; askedCount: number }> {
  authorize(canPostAsk(viewer));
  await requireQuota(tx, viewer.memberId);
  const written = { originalLocale: locale, title: { [locale]: text } };
  const ownerLevel = "members" as const;
  const draft = { ...written, ownerLevel, ownerId: viewer.memberId };
  const { id } = await draftEntry(tx, viewer, "ask", draft);
  const { slug } = await submitEntry(tx, viewer, ASK_VERBS, { id, version: 1 });
  const ask = { ...written, slug };
  const asked = await findAsked(tx, viewer, ask);
  await tx.update(asks).set({ askedCount: asked.length }).where(eq(asks.id, id));
  const event = entryEvent({ entryKind: "ask", id }, "routed", { count: asked.length });
  // They are counted with the rest, and hear nothing.
  const deaf = await listBlockers(
    tx,
    viewer,
    asked.map(({ memberId }) => memberId),
  );
  const told = asked.filter(({ memberId }) => !deaf.has(memberId));
  await record(tx, viewer, event, { tell: tellAsked(ask, told) });
  return { id, slug, askedCount: asked.length };
}

/** Answers a question to the club; who asked is told. Throws `notFound`, and on `question` `askClosed`, `questionsTooMany`. */
export async function answerAsk(
  tx: Transaction,
  viewer: Viewer,
  input: { slug: string; locale: Locale; question: string },
): Promise<{ slug: string }> {
  const ask = await getAskInSight(viewer, input.slug, tx);
  authorize(ask !== null && canAnswerAsk(viewer, { ...ask, isOpen: true }));
  if (!isOpenOn(ask, today())) throw new AppError("askClosed", { field: "question" });
  await askQuestion(tx, viewer, ASK_VERBS, input);
  return { slug: input.slug };
}

/** Whoever asked says that an answer helped, or takes that back. Gives the entry. Throws `notFound`, `conflict`. */
export async function markHelpful(
  tx: Transaction,
  viewer: Viewer,
  input: { questionId: string; version: number },
) {
  const { entry, question } = await lockQuestion(tx, viewer, input);
  authorize(entry.entryKind === "ask" && canMarkHelpful(viewer, entry, question));
  const helpedAt = question.helpedAt ? null : sql`now()`;
  await changeQuestion(tx, input, { helpedAt });
  const past = question.helpedAt ? "help-unmarked" : "help-marked";
  await record(tx, viewer, entryEvent(entry, past, { question: question.id }));
  return entry;
}

/** Several at once wait for each other. */
async function requireQuota(tx: Transaction, memberId: string): Promise<void> {
  await holdTurn(tx, `asks:${memberId}`);
  const isToday = isWithinADay(entries.createdAt);
  const [asked] = await tx
    .select({ count: count() })
    .from(entries)
    .where(and(eq(entries.ownerId, memberId), eq(entries.entryKind, "ask"), isToday));
  if ((asked?.count ?? 0) >= ASKS_A_DAY) {
    throw new AppError("asksTooMany", { field: "text", values: { most: ASKS_A_DAY } });
  }
}
