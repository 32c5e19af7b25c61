import "server-only";
import { and, asc, eq, gt, ne, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { translationWishes } from "@/db/schema/translations";
import { isActing } from "@/db/standing";
import type { Locale } from "@/lib/core/i18n/locales";
import { MOST_ASKED, WISHED_AGAIN_DAYS } from "./offer-limits";

/** Asked so lately that those who translate are not asked again. */
export const isFresh = () =>
  gt(translationWishes.askedAt, sql`now() - make_interval(days => ${WISHED_AGAIN_DAYS})`);

type Sheet = { mayAsk: boolean; entryId: string; to: Locale };

/** When those who translate were asked for what a sheet shows, if lately; null too where its reader does not see such wishes. */
export async function getWish(sheet: Sheet): Promise<Date | null> {
  const { mayAsk, entryId, to } = sheet;
  if (!mayAsk) return null;
  const { entryId: id, locale, askedAt } = translationWishes;
  const [wish] = await query((db) =>
    db
      .select({ askedAt })
      .from(translationWishes)
      .where(and(eq(id, entryId), eq(locale, to), isFresh())),
  );
  return wish?.askedAt ?? null;
}

/**
 * The accounts of active members who said that they translate and speak both languages, 50 at most, those who have been in
 * the club longest first; without the two who ask and own.
 */
export async function findTranslatorAccounts(
  tx: Transaction,
  between: readonly Locale[],
  except: readonly (string | null)[],
): Promise<string[]> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(
      and(
        eq(members.translates, true),
        sql`${members.languages} @> ${sql.param([...between], members.languages)}`,
        isActing(),
        ...except.flatMap((id) => (id ? [ne(accounts.id, id)] : [])),
      ),
    )
    .orderBy(asc(members.createdAt), asc(members.id))
    .limit(MOST_ASKED);
  return rows.map(({ id }) => id);
}
