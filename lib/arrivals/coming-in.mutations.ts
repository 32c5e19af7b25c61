import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Visibility } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { notices } from "@/db/schema/notices";
import { readTextsInForce } from "@/lib/consents/in-force.queries";
import { recordConsents } from "@/lib/consents/mutations";
import { readIn, ticksInForce } from "@/lib/consents/tick";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { saveProfile } from "@/lib/members/mutations";
import { FIELDS, levelOf, type MemberField } from "@/lib/members/policy";
import { chooseFirstPassword } from "@/lib/passwords/mutations";
import { signInWithLink } from "@/lib/sessions/mutations";
import type { Device, SignedIn } from "@/lib/sessions/starting.mutations";
import { canComeIn } from "./policy";
import { lockArrival, readProfile } from "./queries";
import type { ComeInInput } from "./schema";

type Profile = NonNullable<Awaited<ReturnType<typeof readProfile>>>;

/**
 * Lets a person in by their link: what they corrected, their password, each consent with its version and the language it
 * was read in (`locale`, that of the page), the status, and a session, all or nothing. Of two who send it the second is
 * told. Throws `linkExpired`, `textChanged` and `transferToComeIn` on a box, the faults of a name and of a password.
 */
export async function comeIn(
  tx: Transaction,
  viewer: Viewer | null,
  { locale, ...input }: ComeInInput & { locale: Locale },
  device: Device,
): Promise<SignedIn> {
  const arrival = await lockArrival(tx, input.token);
  authorize(arrival !== null && canComeIn(arrival), "linkExpired");
  const { id: accountId, role, theme } = arrival;
  const profile = await readProfile(tx, accountId);
  authorize(profile !== null, "linkExpired");
  const ticks = await readTicks(tx, input, profile, locale);
  await chooseFirstPassword(tx, { accountId, password: input.password });
  await tx
    .update(accounts)
    .set({ status: "active", locale: input.letters, version: sql`${accounts.version} + 1` })
    .where(and(eq(accounts.id, accountId), eq(accounts.status, "pending")));
  // What asked them to come in is no news to whoever has.
  await tx
    .update(notices)
    .set({ seenAt: sql`now()` })
    .where(and(eq(notices.accountId, accountId), isNull(notices.seenAt)));
  const { memberId, memberSlug } = profile;
  const own = { accountId, memberId, memberSlug, role, theme, sessionId: "", name: "" };
  await correct(tx, { ...own, status: "active", locale: input.letters }, input, profile);
  await recordConsents(tx, { accountId }, ticks);
  const about = { subjectType: "account", subjectId: accountId } as const;
  await record(tx, { accountId }, { name: "account.came-in", ...about });
  const link = { token: input.token, purpose: "come-in" } as const;
  const signedIn = await signInWithLink(tx, viewer, link, device);
  authorize(signedIn !== null, "linkExpired");
  return signedIn;
}

/** What stands on the page is saved as its owner would save it; the rest of the profile stays. */
async function correct(tx: Transaction, own: Viewer, input: ComeInInput, profile: Profile) {
  const { familyName, givenName, nameZh, nameOrder, sectors, cities } = input;
  const { memberId: _, memberSlug: __, isTransferNeeded: ___, ...before } = profile;
  const { faults } = await saveProfile(tx, own, {
    ...before,
    ...{ familyName, givenName, nameZh, nameOrder, sectors, cities },
    jobTitle: { ...before.jobTitle, [before.originalLocale]: undefined, ...input.jobTitle },
    visibility: levelsOf(before.visibility),
    email: before.email ?? "",
    phone: before.phone ?? "",
    wechat: before.wechat ?? "",
    confirmed: [],
  });
  for (const { code, field } of faults) throw new AppError(code, { field });
}

const levelsOf = (visibility: Profile["visibility"]) =>
  Object.fromEntries(FIELDS.map((field) => [field, levelOf(visibility, field)])) as Record<
    MemberField,
    Visibility
  >;

/** The boxes as they go into the ledger. */
async function readTicks(
  tx: Transaction,
  { ticks }: ComeInInput,
  { isTransferNeeded }: Profile,
  locale: Locale,
) {
  const texts = await readTextsInForce(tx);
  const read = ticks.map((tick) => ({ ...tick, locale: readIn(texts, tick.purpose, locale) }));
  const inForce = ticksInForce(texts, read);
  const old = read.find((tick) => !inForce.includes(tick));
  if (old) {
    const text = referenceLabel("consentPurposes", old.purpose, locale);
    throw new AppError("textChanged", { field: old.purpose, values: { text } });
  }
  if (isTransferNeeded && !ticks.some(({ purpose }) => purpose === "transfer-to-france")) {
    throw new AppError("transferToComeIn", { field: "transfer-to-france" });
  }
  return inForce;
}

/**
 * Has a person's data deleted at their own word, with the night's erasures: they never came in, so that nothing is theirs
 * to think over. Every link of theirs says so from now on. Throws `linkExpired`.
 */
export async function forgetMe(tx: Transaction, { token }: { token: string }): Promise<void> {
  const arrival = await lockArrival(tx, token);
  authorize(arrival !== null && canComeIn(arrival), "linkExpired");
  const { id: accountId } = arrival;
  await tx.update(accounts).set({ erasureDueAt: sql`now()` }).where(eq(accounts.id, accountId));
  const about = { subjectType: "account", subjectId: accountId } as const;
  await record(tx, { accountId }, { name: "account.erasure-asked", ...about });
}
