import type { Transaction } from "@/db/client";
import { type ReferenceList, referenceItem } from "@/db/reference/lists";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";

/** A coded reason and the decider's own words, which some reasons require. */
export type Reasoned = { reasonCode: string; words: string };

/** Refuses a reason that the list does not hold, or one without the words it needs. */
export function requireReason(list: ReferenceList, { reasonCode, words }: Reasoned): void {
  const reason = referenceItem(list, reasonCode);
  if (!reason) throw new AppError("notInList", { field: "reasonCode" });
  if (reason.requiresText && words.trim() === "") {
    throw new AppError("wordsNeeded", { field: "words" });
  }
}

type Told = {
  slug: string;
  title: LocalizedText;
  originalLocale: Locale;
  ownerAccountId: string;
  ownerLocale: Locale;
};

/**
 * Mails a project's owner what happened to it, in their language: the reason as the list words it, then the decider's
 * own words. `to` is what the mail's button opens; the project's page unless told otherwise.
 */
export async function tellOwner(
  tx: Transaction,
  kind: MailKind,
  project: Told,
  decision: { list?: ReferenceList; reasonCode?: string; words?: string; to?: string } = {},
): Promise<void> {
  const { ownerAccountId, ownerLocale, originalLocale } = project;
  const { list, reasonCode } = decision;
  const reason = list && reasonCode ? referenceItem(list, reasonCode) : null;
  const data = {
    title: pickText(project.title, ownerLocale, originalLocale)?.text ?? "",
    reason: reason?.message?.[ownerLocale] ?? "",
    words: decision.words ?? "",
    to: decision.to ?? `/projects/${project.slug}`,
  };
  await queueMail(tx, { accountId: ownerAccountId, kind, data });
}
