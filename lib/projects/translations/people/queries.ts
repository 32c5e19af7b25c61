import "server-only";
import { inArray } from "drizzle-orm";
import { query } from "@/db/client";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { shownName } from "@/lib/members/member-card";
import { getMember } from "@/lib/members/queries";
import type { Provenance } from "../../provenance";
import type { Translator } from "../sheet-fields";

/** The members behind these accounts, as far as the viewer may know them; others are left out. */
export async function translatorOf(
  viewer: Viewer | null,
  accountIds: readonly string[],
  locale: Locale,
): Promise<Map<string, { name: string; slug: string }>> {
  if (viewer?.status !== "active" || accountIds.length === 0) return new Map();
  const rows = await query((db) =>
    db
      .select({ accountId: members.accountId, slug: members.slug })
      .from(members)
      .where(inArray(members.accountId, [...new Set(accountIds)])),
  );
  const known = await Promise.all(
    rows.map(async ({ accountId, slug }) => {
      const page = await getMember(viewer, slug);
      if (!page?.names) return [];
      const name = shownName({ ...page.names, nameZh: page.nameZh }, locale).text;
      return [[accountId, { name, slug }] as const];
    }),
  );
  return new Map(known.flat());
}

/** Who stands behind each translation of a project: its owner, somebody with a name, or somebody. */
export async function listTranslators(
  viewer: Viewer | null,
  provenance: Provenance = {},
  ownerAccountId: string,
  locale: Locale,
): Promise<Map<string, Translator>> {
  const stamps = Object.values(provenance).flatMap((byLocale) => Object.values(byLocale));
  const others = stamps.map(({ by }) => by).filter((by) => by !== ownerAccountId);
  const people = await translatorOf(viewer, others, locale);
  const entries = stamps.map(({ by }): [string, Translator] => {
    if (by === ownerAccountId) return [by, { kind: "owner" }];
    const person = people.get(by);
    return [by, person ? { kind: "person", ...person } : { kind: "somebody" }];
  });
  return new Map(entries);
}
