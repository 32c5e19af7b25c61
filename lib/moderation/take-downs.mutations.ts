import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { referenceItem } from "@/db/reference/lists";
import { affiliations } from "@/db/schema/affiliations";
import { takeDowns } from "@/db/schema/moderation";
import { bearsTraces } from "../accounts/traces";
import type { Viewer } from "../core/auth/viewer-type";
import { AppError, authorize } from "../core/errors";
import { record } from "../core/events/record";
import { removeWaitingLetters, type WaitingLetter } from "../core/mail/waiting-letters";
import { coarsenEntriesOf } from "../entries/shown.mutations";
import { EXPERIENCE_VERBS } from "../experiences/noun.queries";
import { rewriteSearch } from "../members/main-organisation.mutations";
import { PROJECT_VERBS } from "../projects/noun.queries";
import { tellAuthors } from "./notices";
import { canOpenQueue, canPutBack, canTakeDown, isAuthor } from "./policy";
import { upholdReports } from "./reports.mutations";
import {
  lockSubject,
  readTraces,
  type TakeDownKey,
  type TakenDownSubject,
  tableOf,
} from "./take-down-subjects.queries";

/**
 * Hides at once what somebody published from everybody but its author and the club team, with a coded reason
 * (`reasonsReport`) and words where the reason asks for them; its authors are told by mail. Gives its page and them.
 * Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `notInList`, `wordsNeeded`.
 */
export async function takeDown(
  tx: Transaction,
  viewer: Viewer,
  input: TakeDownKey & { reasonCode: string; words: string },
): Promise<Pick<TakenDownSubject, "to" | "authors">> {
  const { reasonCode, words } = input;
  const subject = await lockOthers(tx, viewer, input);
  authorize(!subject.isHidden, "alreadyDecided");
  authorize(canTakeDown(viewer, subject), "moveNotAllowed");
  const reason = referenceItem("reasonsReport", reasonCode);
  if (!reason) throw new AppError("notInList", { field: "reasonCode" });
  if (reason.requiresText && !words) throw new AppError("wordsNeeded", { field: "words" });
  await setHidden(tx, subject, true);
  await removeLetters(tx, subject);
  await keepAct(tx, viewer, subject, { act: "taken-down", reasonCode, words });
  await upholdReports(tx, viewer, subject, "report");
  const event = { ...about("content.taken-down", subject), data: { reasonCode } };
  const told = { words, reason: { reason: reasonCode, list: "reasonsReport" } } as const;
  await record(tx, viewer, event, { tell: tellAuthors(subject, told) });
  return subject;
}

/**
 * Shows again what was taken down; its authors are told by mail, with the words. Gives its page and them.
 * Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`.
 */
export async function putBack(
  tx: Transaction,
  viewer: Viewer,
  input: TakeDownKey & { words: string },
): Promise<Pick<TakenDownSubject, "to" | "authors">> {
  const { words } = input;
  const subject = await lockOthers(tx, viewer, input);
  authorize(subject.isHidden, "alreadyDecided");
  authorize(canPutBack(viewer, subject), "moveNotAllowed");
  await setHidden(tx, subject, false);
  await keepAct(tx, viewer, subject, { act: "put-back", words });
  await upholdReports(tx, viewer, subject, "appeal");
  const event = about("content.put-back", subject);
  await record(tx, viewer, event, { tell: tellAuthors(subject, { words }) });
  return subject;
}

async function lockOthers(tx: Transaction, viewer: Viewer, key: TakeDownKey) {
  authorize(canOpenQueue(viewer));
  const subject = await lockSubject(tx, viewer, key);
  authorize(!isAuthor(viewer, subject), "notOnYourself");
  return subject;
}

/** With it goes what others are found by because of it. */
async function setHidden(tx: Transaction, subject: TakenDownSubject, isHidden: boolean) {
  const { kind, id, authors } = subject;
  await tx.execute(sql`update ${tableOf(kind)}
    set hidden_at = ${isHidden ? sql`now()` : sql`null`} where id = ${id}`);
  if (kind === "member") {
    for (const { accountId } of authors) {
      await coarsenEntriesOf(tx, PROJECT_VERBS, accountId);
      await coarsenEntriesOf(tx, EXPERIENCE_VERBS, accountId);
    }
  }
  if (kind === "organisation") await rewriteSearch(tx, await listMainMembers(tx, id));
}

/** Hours may lie between a letter and a mail server that takes it: those to others that tell of it are not sent. */
async function removeLetters(tx: Transaction, subject: TakenDownSubject) {
  const traces = await readTraces(tx, subject);
  const isToOthers = ({ accountId, role }: WaitingLetter) =>
    (role ?? "member") === "member" && !subject.authors.some((one) => one.accountId === accountId);
  await removeWaitingLetters(
    tx,
    (letter) => isToOthers(letter) && bearsTraces(letter.told, traces),
  );
}

async function listMainMembers(tx: Transaction, organisationId: string): Promise<string[]> {
  const rows = await tx
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .where(and(eq(affiliations.organisationId, organisationId), affiliations.isMain));
  return rows.map(({ memberId }) => memberId);
}

async function keepAct(
  tx: Transaction,
  viewer: Viewer,
  { kind, id }: TakenDownSubject,
  { words, ...act }: Pick<typeof takeDowns.$inferInsert, "act" | "reasonCode"> & { words: string },
): Promise<void> {
  const row = { subjectType: kind, subjectId: id, decidedBy: viewer.accountId };
  await tx.insert(takeDowns).values({ ...row, ...act, words: words || null });
}

function about(name: `content.${string}`, { kind, id }: TakenDownSubject) {
  return { name, subjectType: kind, subjectId: id } as const;
}
