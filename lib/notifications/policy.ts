import { type MailGroup, mailGroupOf } from "@/lib/core/mail/mail-groups";
import type { MailKind } from "@/lib/core/mail/render-mail";

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

/** One kind of those that can be switched off, by the account's own holder. */
export function canMuteKind(
  viewer: MailHand | null,
  accountId: string,
  kind: MailKind,
): viewer is MailHand {
  const group = mailGroupOf(kind);
  return group !== null && viewer?.group === undefined && canSwitchMails(viewer, accountId, group);
}
