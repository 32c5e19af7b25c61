import "server-only";
import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { isActingAdministrator } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { type ClubEvent, record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { coarsenEntriesOf } from "@/lib/entries/shown.mutations";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { PORTAL_TEXTS } from "./consent-texts";
import { tellKeepers } from "./notices";
import { type Consent, canGiveConsent, canWithdrawConsent, isPurpose } from "./policy";
import { type Tick, tickNow } from "./tick";

type Holder = { applicationId: string } | { accountId: string };

/**
 * Writes down what an applicant or an account has ticked, with the version and the language of the text they read; what
 * the ledger holds already stays as it is. The caller has let the person in.
 * Throws `notInList` for a purpose that is not on the list.
 */
export async function recordConsents(
  tx: Transaction,
  holder: Holder,
  ticks: readonly Tick[],
): Promise<void> {
  authorize(
    ticks.every(({ purpose }) => isPurpose(purpose)),
    "notInList",
  );
  const about = aboutHolder(holder);
  const held = new Set((await lockLiving(tx, holder)).map((row) => row.purpose));
  for (const tick of ticks) {
    if (held.has(tick.purpose)) continue;
    held.add(tick.purpose);
    await insertConsent(tx, holder, tick);
    await record(tx, null, { name: "consent.given", ...about, data: tick });
  }
}

/**
 * Gives the ledger of an application to the account that its approval made. What the account has agreed to
 * by itself meanwhile stands. Throws `notFound` when the application left nothing to attach.
 */
export async function attachConsents(
  tx: Transaction,
  { applicationId, accountId }: { applicationId: string; accountId: string },
): Promise<void> {
  const living = await lockLiving(tx, { accountId });
  const own = living.map((row) => row.purpose);
  const attached = await tx
    .update(consents)
    .set({ accountId })
    .where(
      and(
        eq(consents.applicationId, applicationId),
        isNull(consents.accountId),
        own.length > 0 ? notInArray(consents.purpose, own) : undefined,
      ),
    )
    .returning({ id: consents.id });
  authorize(attached.length + own.length > 0);
  await record(tx, null, {
    name: "consent.attached",
    ...aboutHolder({ accountId }),
    data: { count: attached.length },
  });
}

/**
 * Agrees to the text in force of one purpose, for oneself; an older version agreed to before is closed.
 * Twice is once. Throws `notFound` for whom the purpose does not concern, `conflict` for who has read another `version`.
 */
export async function giveConsent(
  tx: Transaction,
  viewer: Viewer,
  { purpose, version, locale }: { purpose: Consent; version: number; locale: Locale },
): Promise<void> {
  authorize(canGiveConsent(viewer, purpose));
  const { accountId } = viewer;
  const tick = tickNow(PORTAL_TEXTS, purpose, locale);
  const before = (await lockLiving(tx, { accountId })).find((row) => row.purpose === purpose);
  if (before?.textVersion === tick.version) return;
  authorize(version === tick.version, "conflict");
  if (before) await closeConsent(tx, before.id);
  const isNew = await insertConsent(tx, { accountId }, tick);
  if (!isNew) return;
  const about = aboutHolder({ accountId });
  await record(tx, viewer, { name: "consent.given", ...about, data: tick });
}

/**
 * Takes back one consent of one's own, from now on; whoever leaves the members' directory is no longer found by what
 * their projects showed beside their name. `byLink` of a letter it may be whoever holds it. Twice is once. Throws `notFound` for what is no consent.
 */
export async function withdrawConsent(
  tx: Transaction,
  holder: { accountId: string },
  { purpose, byLink = false }: { purpose: Consent; byLink?: boolean },
): Promise<void> {
  const { accountId } = holder;
  authorize(canWithdrawConsent(holder, { purpose, accountId }));
  const living = (await lockLiving(tx, { accountId })).find((row) => row.purpose === purpose);
  if (!living) return;
  await closeConsent(tx, living.id);
  if (purpose === "members-directory") {
    await coarsenEntriesOf(tx, PROJECT_VERBS, accountId);
    await coarsenEntriesOf(tx, EXPERIENCE_VERBS, accountId);
  }
  const data = { purpose, version: living.textVersion };
  const by = byLink ? null : holder;
  const event = { name: "consent.withdrawn", ...aboutHolder({ accountId }), data };
  // What the text promises of pictures is done by hand.
  const tell =
    purpose === "event-photographs" ? tellKeepers(accountId, await listKeepers(tx)) : undefined;
  await record(tx, by, event, tell && { tell });
}

const listKeepers = (tx: Transaction) =>
  tx.select({ accountId: accounts.id }).from(accounts).where(isActingAdministrator());

function lockLiving(tx: Transaction, holder: Holder) {
  const isHolders =
    "accountId" in holder
      ? eq(consents.accountId, holder.accountId)
      : eq(consents.applicationId, holder.applicationId);
  return tx
    .select({ id: consents.id, purpose: consents.purpose, textVersion: consents.textVersion })
    .from(consents)
    .where(and(isHolders, isNull(consents.withdrawnAt)))
    .for("no key update");
}

/** False when the same consent was given in another window at the same moment. */
async function insertConsent(
  tx: Transaction,
  holder: Holder,
  { purpose, version, locale }: Tick,
): Promise<boolean> {
  const rows = await tx
    .insert(consents)
    .values({ ...holder, purpose, locale, textVersion: version })
    .onConflictDoNothing()
    .returning({ id: consents.id });
  return rows.length > 0;
}

async function closeConsent(tx: Transaction, id: string): Promise<void> {
  await tx.update(consents).set({ withdrawnAt: sql`now()` }).where(eq(consents.id, id));
}

function aboutHolder(holder: Holder): Pick<ClubEvent, "subjectType" | "subjectId"> {
  return "accountId" in holder
    ? { subjectType: "account", subjectId: holder.accountId }
    : { subjectType: "application", subjectId: holder.applicationId };
}
