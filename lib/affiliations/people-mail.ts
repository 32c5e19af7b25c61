import type { Transaction } from "@/db/client";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { queueMail } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { shownName } from "@/lib/members/member-card";
import { managersOf } from "./policy";
import { type Roster, readAddressee, readNames } from "./roster.queries";

type Message = {
  kind: MailKind;
  /** The member the mail speaks of, in the reader's script. */
  about?: string;
  words?: string;
  /** The address a mail about an invitation speaks of. */
  address?: string;
  /** What the button opens; the organisation's people unless told otherwise. */
  to?: string;
};

/** The name of an organisation as a reader of this language is told it. */
export function organisationCalled(
  { name, originalLocale }: Pick<Roster, "name" | "originalLocale">,
  locale: Locale,
): string {
  return pickText(name, locale, originalLocale)?.text ?? "";
}

/** Mails one member about an organisation, in their language. */
export async function tellMember(
  tx: Transaction,
  memberId: string,
  roster: Pick<Roster, "slug" | "name" | "originalLocale">,
  { kind, about, words = "", address = "", to = `/organisations/${roster.slug}/people` }: Message,
): Promise<void> {
  const { accountId, locale } = await readAddressee(tx, memberId);
  const person = about ? shownName(await readNames(tx, about), locale).text : "";
  const data = { organisation: organisationCalled(roster, locale), person, address, words, to };
  await queueMail(tx, { accountId, kind, data });
}

/** Mails every active manager of an organisation, each in their language, but not the one who acts. */
export async function tellManagers(
  tx: Transaction,
  roster: Roster,
  actor: { accountId: string } | null,
  message: Message,
): Promise<void> {
  for (const { accountId, memberId } of managersOf(roster)) {
    if (accountId !== actor?.accountId) await tellMember(tx, memberId, roster, message);
  }
}
