import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { DigestRhythm } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences } from "@/db/schema/mail";
import { withdrawConsent } from "@/lib/consents/mutations";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { accountEvent, type ClubEvent, record } from "@/lib/core/events/record";
import { groupsOffered, type MailGroup } from "@/lib/core/mail/mail-groups";
import type { MailKind } from "@/lib/core/mail/render-mail";
import type { MailLink } from "@/lib/core/mail/unsubscribe-token";
import { canMuteKind, canSwitchMails } from "./policy";

/**
 * Leaves these groups of one's own mails on and switches the others off; of a form that says which it had `shown` as on, only what
 * was changed in it: meanwhile another may have been switched off, by a mail's link too. Throws `notFound`.
 */
export async function chooseMails(
  tx: Transaction,
  viewer: Viewer,
  { wanted, shown }: { wanted: readonly MailGroup[]; shown?: readonly MailGroup[] },
): Promise<void> {
  const { accountId } = viewer;
  const offered = groupsOffered(isStaff(viewer));
  const isLeft = (group: MailGroup) => shown?.includes(group) === wanted.includes(group);
  const off = offered.filter((group) => !wanted.includes(group) && !isLeft(group));
  for (const group of offered) authorize(canSwitchMails(viewer, accountId, group));
  const on = wanted.filter((group) => !isLeft(group));
  await switchOn(tx, accountId, on);
  await switchOff(tx, accountId, off);
  await record(tx, viewer, onAccount(accountId, "account.mails-chosen", { count: wanted.length }));
}

/** The digest asks it of the trail: what was chosen after the hour holds from the next day. */
export const RHYTHM_CHOSEN = "account.rhythm-chosen";

/** When one's own digest comes: the zone of its clock, and how often. Throws `notFound`. */
export async function chooseRhythm(
  tx: Transaction,
  viewer: Viewer,
  { timeZone, rhythm }: { timeZone: string; rhythm?: DigestRhythm },
): Promise<void> {
  const { accountId } = viewer;
  authorize(canSwitchMails(viewer, accountId, "digest"));
  await tx
    .update(accounts)
    .set({ timeZone, ...(rhythm && { digestRhythm: rhythm }) })
    .where(eq(accounts.id, accountId));
  await record(tx, viewer, onAccount(accountId, RHYTHM_CHOSEN, rhythm ? { rhythm } : {}));
}

/** Tells one's own account nothing of a kind any more, by mail or in the list. Throws `notFound` for one that is always told. */
export async function muteKind(
  tx: Transaction,
  viewer: Viewer,
  { kind }: { kind: MailKind },
): Promise<void> {
  const { accountId } = viewer;
  authorize(canMuteKind(viewer, accountId, kind));
  await switchOff(tx, accountId, [kind]);
  await record(tx, viewer, onAccount(accountId, "account.kind-muted", { mailKind: kind }));
}

/** Tells of a kind again from now on. Throws as `muteKind`. */
export async function unmuteKind(
  tx: Transaction,
  viewer: Viewer,
  { kind }: { kind: MailKind },
): Promise<void> {
  const { accountId } = viewer;
  authorize(canMuteKind(viewer, accountId, kind));
  await switchOn(tx, accountId, [kind]);
  await record(tx, viewer, onAccount(accountId, "account.kind-unmuted", { mailKind: kind }));
}

/**
 * Switches one group off by a mail's link, or takes back the consent to the newsletter; done twice it stays so.
 * Throws `mailLinkWrong`.
 */
export async function stopMails(tx: Transaction, link: MailLink | null): Promise<void> {
  const { accountId, group } = await requireLink(tx, link);
  authorize(canSwitchMails(link, accountId, group), "mailLinkWrong");
  if (group === "newsletter") {
    return withdrawConsent(tx, { accountId }, { purpose: "newsletter", byLink: true });
  }
  await switchOff(tx, accountId, [group]);
  await record(tx, null, onAccount(accountId, "account.mails-stopped", { mailGroup: group }));
}

/** Switches one group on again by a mail's link; a consent is given by who signs in alone. Throws `mailLinkWrong`. */
export async function resumeMails(tx: Transaction, link: MailLink | null): Promise<void> {
  const { accountId, group } = await requireLink(tx, link);
  authorize(group !== "newsletter", "mailLinkWrong");
  authorize(canSwitchMails(link, accountId, group), "mailLinkWrong");
  await switchOn(tx, accountId, [group]);
  await record(tx, null, onAccount(accountId, "account.mails-resumed", { mailGroup: group }));
}

const onAccount = (
  accountId: string,
  name: `account.${string}`,
  data: NonNullable<ClubEvent["data"]>,
): ClubEvent => accountEvent(name, accountId, data);

/** The link of an account that is still there; its row is held so that it does not go meanwhile. */
async function requireLink(tx: Transaction, link: MailLink | null): Promise<MailLink> {
  authorize(link !== null, "mailLinkWrong");
  const found = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, link.accountId))
    .for("share");
  authorize(found.length === 1, "mailLinkWrong");
  return link;
}

async function switchOff(
  tx: Transaction,
  accountId: string,
  topics: readonly (MailGroup | MailKind)[],
) {
  if (topics.length === 0) return;
  await tx
    .insert(mailPreferences)
    .values(topics.map((topic) => ({ accountId, topic })))
    .onConflictDoNothing();
}

async function switchOn(
  tx: Transaction,
  accountId: string,
  topics: readonly (MailGroup | MailKind)[],
) {
  await tx
    .delete(mailPreferences)
    .where(
      and(eq(mailPreferences.accountId, accountId), inArray(mailPreferences.topic, [...topics])),
    );
}
