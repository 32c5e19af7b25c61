import "server-only";
import { and, eq, gt, not, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { translationWishes } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { translationEvent } from "./entry-event";
import { lockSheet } from "./locked-sheet.queries";
import type { NounVerbs } from "./noun-verbs";
import { WISHES_A_DAY } from "./offer-limits";
import { tellTranslators } from "./translation-notices";
import { isTranslatableInto, translatableTexts, wordsIn } from "./translation-sheet";
import { findTranslatorAccounts, isFresh } from "./translation-wishes.queries";
import { canAskTranslation } from "./translations.policy";

/**
 * Asks the members who translate between the two languages for what of a published entry has no translation yet. Each of them
 * is told once, of the text and not of who asks. Throws `notFound`, `nothingToTranslate`, `askedTooOften`,
 * `translationWished` (they were asked lately), `nobodyTranslates`: then nobody was asked.
 */
export async function askTranslation(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  { entryId, locale }: { entryId: string; locale: Locale },
): Promise<{ slug: string }> {
  const sheet = await lockSheet(tx, viewer, noun, entryId);
  const { facts, live } = sheet;
  authorize(canAskTranslation(viewer, facts));
  const fields = translatableTexts(noun.fields, live).filter(
    (field) => wordsIn(live, field, locale) === "",
  );
  authorize(isTranslatableInto(live, locale) && fields.length > 0, "nothingToTranslate");
  const { accountId } = viewer;
  await requireNotTooMany(tx, accountId);
  const [wish] = await tx
    .insert(translationWishes)
    .values({ entryId, locale, accountId })
    .onConflictDoUpdate({
      target: [translationWishes.entryId, translationWishes.locale],
      set: { accountId, askedAt: sql`now()` },
      setWhere: not(isFresh()),
    })
    .returning({ locale: translationWishes.locale });
  authorize(wish !== undefined, "translationWished");
  const between = [live.originalLocale, locale];
  const asked = await findTranslatorAccounts(tx, between, [accountId, facts.ownerAccountId]);
  authorize(asked.length > 0, "nobodyTranslates");
  await record(tx, viewer, translationEvent(facts, "asked", { locale }), {
    tell: tellTranslators(sheet, { locale, fields }, asked),
  });
  return { slug: facts.slug };
}

/** Several at once wait for each other. */
async function requireNotTooMany(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`wishes:${accountId}`}))`);
  const { accountId: askedBy, askedAt } = translationWishes;
  const today = await tx.$count(
    translationWishes,
    and(eq(askedBy, accountId), gt(askedAt, sql`now() - interval '1 day'`)),
  );
  authorize(today < WISHES_A_DAY, "askedTooOften");
}
