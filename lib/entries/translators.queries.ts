import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import type { Read } from "@/db/together";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Provenance } from "@/lib/core/i18n/provenance";
import { shownName } from "@/lib/members/member-card";
import { isReachable, nameColumns } from "@/lib/members/sight.queries";
import { noteOf, type TranslationNote, type Translator } from "./sheet-fields";

/** The members behind these accounts, as far as the viewer may know them; others are left out. */
export async function translatorOf(
  viewer: Viewer | null,
  accountIds: readonly string[],
  locale: Locale,
  read: Read = query,
): Promise<Map<string, { name: string; slug: string }>> {
  if (!mayAct(viewer) || accountIds.length === 0) return new Map();
  const rows = await read((db) =>
    db
      .select({ accountId: members.accountId, slug: members.slug, ...nameColumns(viewer) })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(inArray(members.accountId, [...new Set(accountIds)]), isReachable(viewer))),
  );
  return new Map(
    rows.map(({ accountId, slug, ...names }) => [
      accountId,
      { name: shownName(names, locale).text, slug },
    ]),
  );
}

/** Who stands behind each translation of an entry: its owner, somebody with a name, or somebody. */
export async function listTranslators(
  viewer: Viewer | null,
  provenance: Provenance = {},
  ownerAccountId: string | null,
  locale: Locale,
  read?: Read,
): Promise<Map<string, Translator>> {
  const stamps = Object.values(provenance).flatMap((byLocale) => Object.values(byLocale));
  const others = stamps.map(({ by }) => by).filter((by) => by !== ownerAccountId);
  const people = await translatorOf(viewer, others, locale, read);
  const entries = stamps.map(({ by }): [string, Translator] => {
    if (by === ownerAccountId) return [by, { kind: "owner" }];
    const person = people.get(by);
    return [by, person ? { kind: "person", ...person } : { kind: "somebody" }];
  });
  return new Map(entries);
}

export type TranslationNotes = Partial<Record<string, TranslationNote>>;

/**
 * Where the translations that a reader of this language sees on the page of an entry come from; texts in their original
 * language, or whose origin was not kept, are left out. Empty for what is out of the viewer's sight.
 */
export async function listTranslationNotes(
  viewer: Viewer | null,
  entry: { provenance: Provenance; ownerAccountId: string | null } | null,
  locale: Locale,
  read?: Read,
): Promise<TranslationNotes> {
  if (!entry) return {};
  const { provenance, ownerAccountId } = entry;
  const translators = await listTranslators(viewer, provenance, ownerAccountId, locale, read);
  const notes = Object.entries(provenance).flatMap(([field, stamps]) => {
    const note = noteOf(stamps[locale], translators);
    return note ? [[field, note] as const] : [];
  });
  return Object.fromEntries(notes);
}
