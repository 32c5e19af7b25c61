import "server-only";
import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entryVersions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { translationOffers } from "@/db/schema/translations";
import { inReadingOrder, type Texts } from "./content";
import { textsIn } from "./description";
import type { LockedEntry } from "./locked.queries";
import type { Noun } from "./noun";
import type { TranslationOnline } from "./translation-notices";
import { wordsIn } from "./translation-sheet";

/**
 * The accepted offers that come online with this content and never were before, as the versions that were online tell;
 * one bundle for each author and language, its texts in reading order; none of an entry that was taken down. What the
 * owner has changed since is theirs and left out. To be called before the version that goes online is kept.
 */
export async function listNewlyOnline(
  tx: Transaction,
  { fields }: Noun,
  entry: Pick<LockedEntry, "id" | "hiddenAt">,
  content: Texts,
): Promise<TranslationOnline[]> {
  if (entry.hiddenAt) return [];
  const { field, locale, words } = translationOffers;
  const before = tx
    .select({ number: entryVersions.number })
    .from(entryVersions)
    .where(
      and(
        eq(entryVersions.entryId, translationOffers.entryId),
        sql`${entryVersions.cause} <> 'restored'`,
        sql`${entryVersions.content} -> ${field} ->> ${locale} = ${words}`,
        sql`${entryVersions.content} #>> array['provenance', ${field}, ${locale}, 'by'] = ${accounts.id}::text`,
      ),
    );
  const rows = await tx
    .selectDistinct({ field, locale, words, accountId: accounts.id })
    .from(translationOffers)
    .innerJoin(members, eq(members.id, translationOffers.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(translationOffers.entryId, entry.id),
        inArray(field, textsIn(fields)),
        eq(translationOffers.state, "accepted"),
        notExists(before),
      ),
    );
  const online = rows.filter((row) => {
    const stamp = content.provenance?.[row.field]?.[row.locale];
    return wordsIn(content, row.field, row.locale) === row.words && stamp?.by === row.accountId;
  });
  const bundles: (TranslationOnline & { fields: string[] })[] = [];
  for (const { accountId, locale, field } of inReadingOrder(fields, online)) {
    const known = bundles.find((one) => one.accountId === accountId && one.locale === locale);
    if (known) known.fields.push(field);
    else bundles.push({ accountId, locale, fields: [field] });
  }
  return bundles;
}
