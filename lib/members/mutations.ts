import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { memberContacts, members } from "@/db/schema/members";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { staleAfter } from "@/lib/core/i18n/staleness";
import { confirmedToday } from "./confirmed";
import { findMainOrganisation } from "./main-organisation.queries";
import { CONTACT_FIELDS, canEditMember } from "./policy";
import { profileColumns } from "./queries";
import { type NewsSeenInput, PROFILE_TEXTS, type ProfileInput } from "./schema";
import { buildMemberSearch } from "./search-text";
import { latinFaults, settleChangedNames, type TypedNames } from "./settled-names";

/**
 * Saves the viewer's own profile with its contacts, marks the translations that have grown older than their
 * original, and writes anew what it is searched and sorted by. Changed names go into the fields of their script
 * (`isProposed`: to be shown once more); with `faults` in them nothing is saved. Throws `notFound`, `conflict`.
 */
export async function saveProfile(
  tx: Transaction,
  viewer: Viewer,
  input: ProfileInput,
): Promise<{ slug: string; isProposed: boolean; faults: ReturnType<typeof latinFaults> }> {
  // On one connection what is sent together runs in its order.
  const [before, organisation] = await Promise.all([
    lockProfile(tx, viewer),
    viewer.memberId ? findMainOrganisation(tx, viewer.memberId) : null,
  ]);
  authorize(before !== null && canEditMember(viewer, before));
  if (before === null || before.version !== input.version) throw new AppError("conflict");
  const { version, confirmed, email, phone, wechat, ...profile } = input;
  const { isProposed, ...names } = settleChangedNames(before, input);
  const faults = latinFaults(names, before);
  if (faults.length > 0) return { slug: before.slug, isProposed: false, faults };
  const { familyName, givenName, nameZh } = names;
  const visibility = { ...before.visibility, ...profile.visibility };
  const shown = { ...profile, ...listsInOrder(before, profile), visibility };
  const next = { ...shown, familyName, givenName, nameZh: nameZh || null };
  const contacts = { email: email || null, phone: phone || null, wechat: wechat || null };
  const changed = changedFields(before, { ...next, ...contacts });
  const changing = tx
    .update(members)
    .set({
      ...next,
      ...buildMemberSearch(next, organisation),
      stale: staleAfter(PROFILE_TEXTS, before, input, before.stale, input.confirmed),
      ...confirmedToday(),
      version: version + 1,
      updatedAt: sql`now()`,
    })
    .where(and(eq(members.id, before.id), eq(members.version, version)));
  const reaching = CONTACT_FIELDS.some((field) => changed.includes(field))
    ? tx
        .insert(memberContacts)
        .values({ memberId: before.id, ...contacts })
        .onConflictDoUpdate({ target: memberContacts.memberId, set: contacts })
    : null;
  const recording = record(tx, viewer, {
    name: "member.saved",
    subjectType: "member",
    subjectId: before.id,
    personal: { accountId: viewer.accountId, facts: { fields: changed.join(" ") } },
  });
  await Promise.all([changing, reaching, recording]);
  return { slug: before.slug, isProposed, faults };
}

/**
 * Answers the Latin form proposed for the viewer's own name: `names` as they accepted or corrected them, or null to keep
 * the name as it is, which is remembered. Throws `notFound`, `conflict`.
 */
export async function settleName(
  tx: Transaction,
  viewer: Viewer,
  { version, names }: { version: number; names: TypedNames | null },
): Promise<void> {
  const before = await lockProfile(tx, viewer);
  authorize(before !== null && canEditMember(viewer, before));
  if (before === null || before.version !== version) throw new AppError("conflict");
  const next = { ...before, ...names, nameZh: (names ? names.nameZh : before.nameZh) || null };
  const { familyName, givenName, nameZh } = next;
  const search = buildMemberSearch(next, await findMainOrganisation(tx, before.id));
  await tx
    .update(members)
    .set({
      ...(names ? { familyName, givenName, nameZh, ...search } : { nameKeptAt: sql`now()` }),
      version: version + 1,
      updatedAt: sql`now()`,
    })
    .where(and(eq(members.id, before.id), eq(members.version, version)));
  await record(tx, viewer, {
    name: names ? "member.saved" : "member.name-kept",
    subjectType: "member",
    subjectId: before.id,
    personal: {
      accountId: viewer.accountId,
      facts: { fields: changedFields(before, { ...before, ...next }).join(" ") },
    },
  });
}

/**
 * Notes that the viewer has read what was new when their page was drawn (`until`): what has come since stays new. Throws
 * `notFound` for an account that does not read.
 */
export async function markNewsSeen(
  tx: Transaction,
  viewer: Viewer,
  { until }: NewsSeenInput,
): Promise<void> {
  authorize(mayRead(viewer));
  const seen = sql`least(${until.toISOString()}::timestamptz, now())`;
  await tx
    .update(accounts)
    .set({ lastSeenAt: sql`greatest(${accounts.lastSeenAt}, ${seen})` })
    .where(eq(accounts.id, viewer.accountId));
  await record(tx, viewer, {
    name: "account.caught-up",
    subjectType: "account",
    subjectId: viewer.accountId,
  });
}

async function lockProfile(tx: Transaction, viewer: Viewer) {
  const [row] = await tx
    .select({
      id: members.id,
      accountId: members.accountId,
      ...profileColumns,
    })
    .from(members)
    .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
    .where(eq(members.accountId, viewer.accountId))
    .for("no key update", { of: members });
  return row ?? null;
}

const WATCHED = [
  "familyName",
  "givenName",
  "nameOrder",
  "nameZh",
  "originalLocale",
  ...PROFILE_TEXTS,
  "languages",
  "sectors",
  "cities",
  "translates",
  "visibility",
  ...CONTACT_FIELDS,
] as const;

type Lists = Pick<ProfileInput, "languages" | "sectors" | "cities">;

/**
 * The choices as they are to be kept: those that only stand in another order than before (a form asks in its own, an import
 * was in its file's) as they were, so that nobody reads of a change and nothing is found anew.
 */
function listsInOrder(before: Lists, input: Lists): Lists {
  const kept = (name: keyof Lists) => {
    const [old, next] = [before[name], new Set(input[name])];
    return old.length === next.size && old.every((one) => next.has(one)) ? old : input[name];
  };
  return { languages: kept("languages"), sectors: kept("sectors"), cities: kept("cities") };
}

/** Names of the fields whose values differ; visibility levels in any order are the same. */
function changedFields(
  before: Record<(typeof WATCHED)[number], unknown>,
  after: Record<(typeof WATCHED)[number], unknown>,
): string[] {
  return WATCHED.filter((field) => canonical(before[field]) !== canonical(after[field]));
}

function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return JSON.stringify(value);
  }
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
