import "server-only";
import { and, eq, not, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import { translationWishes } from "@/db/schema/translations";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
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
import { listUntranslated } from "./untranslated.queries";

/**
 * Asks the members who translate between the two languages for what of a published entry, and of the questions under it, has
 * no translation yet. Each of them is told once, of the text and not of who asks. `isQuestions` says that nothing else is
 * missing. Throws `notFound`, `nothingToTranslate`, `askedTooOften`,
 * `translationWished` (they were asked lately), `nobodyTranslates`: then nobody was asked.
 */
export async function askTranslation(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  { entryId, locale }: { entryId: string; locale: Locale },
): Promise<{ slug: string; isQuestions: boolean }> {
  const sheet = await lockSheet(tx, viewer, noun, entryId);
  const { facts, live } = sheet;
  authorize(canAskTranslation(viewer, facts));
  const fields = isTranslatableInto(live, locale)
    ? translatableTexts(noun.fields, live).filter((field) => wordsIn(live, field, locale) === "")
    : [];
  const [asked] = await listUntranslated(tx, entryId, locale);
  const from = fields.length > 0 ? live.originalLocale : asked;
  if (!from) throw new AppError("nothingToTranslate");
  const { accountId } = viewer;
  await requireQuota(tx, accountId);
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
  const except = [accountId, facts.ownerAccountId];
  const translators = await findTranslatorAccounts(tx, [from, locale], except);
  authorize(translators.length > 0, "nobodyTranslates");
  await record(tx, viewer, translationEvent(facts, "asked", { locale }), {
    tell: tellTranslators(
      sheet,
      { locale, fields, hasQuestions: asked !== undefined },
      translators,
    ),
  });
  return { slug: facts.slug, isQuestions: fields.length === 0 };
}

/** Several at once wait for each other. */
async function requireQuota(tx: Transaction, accountId: string): Promise<void> {
  await holdTurn(tx, `wishes:${accountId}`);
  const { accountId: askedBy, askedAt } = translationWishes;
  const today = await tx.$count(
    translationWishes,
    and(eq(askedBy, accountId), isWithinADay(askedAt)),
  );
  authorize(today < WISHES_A_DAY, "askedTooOften");
}
