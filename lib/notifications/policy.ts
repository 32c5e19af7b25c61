import type { MailGroup } from "@/lib/core/mail/mail-groups";

/** Who switches mails: a signed-in account all of its own, whoever holds a mail's link that one group of that account. */
export type MailHand = { accountId: string; group?: MailGroup };

/** In any state of the membership: one may always have fewer mails. */
export function canSwitchMails(
  hand: MailHand | null,
  accountId: string,
  group: MailGroup,
): hand is MailHand {
  const reaches = hand?.group === undefined || hand.group === group;
  return hand?.accountId === accountId && reaches;
}
