import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import { translationOffers } from "@/db/schema/translations";
import { holdTurn } from "@/db/turn";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { isInDirectory } from "@/lib/members/listed.queries";
import { personFact } from "@/lib/members/member-card";
import { readNames } from "@/lib/members/person.queries";
import { translationEvent } from "./entry-event";
import { keepersOf } from "./keepers.queries";
import { lockBundle, lockSheet, type Sheet } from "./locked-sheet.queries";
import type { NounVerbs } from "./noun-verbs";
import { OFFERED_A_DAY } from "./offer-limits";
import type { Words } from "./put-translations";
import { tellOfOffers } from "./translation-notices";
import {
  isTranslatableInto,
  originalsFingerprint,
  translatableTexts,
  wordsIn,
} from "./translation-sheet";
import { canOfferTranslation } from "./translations.policy";

type Target = { entryId: string; locale: Locale; fingerprint: string };

/**
 * Offers the owner translations of what the viewer reads in a published entry; an open offer of theirs for the same
 * text takes the new words. The owner is mailed once for all that is new.
 * Throws `notFound`, `conflict`, `translationUnchanged`, `askedTooOften`.
 */
export async function offerTranslations(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: Target & { words: Words },
): Promise<{ slug: string }> {
  const { locale } = input;
  const sheet = await lockSheet(tx, viewer, noun, input.entryId);
  const { facts, live } = sheet;
  authorize(canOfferTranslation(viewer, facts, noun.fields.title));
  authorize(isTranslatableInto(live, locale), "conflict");
  const fields = translatableTexts(noun.fields, live).filter((field) =>
    canOfferTranslation(viewer, facts, noun.fields[field]),
  );
  authorize(originalsFingerprint(live, fields) === input.fingerprint, "conflict");
  const { memberId } = viewer;
  const open = await lockBundle(tx, sheet, { entryId: facts.id, memberId, locale });
  const own = new Map(open.map((offer) => [offer.field, offer]));
  const changed = fields.filter((field) => {
    const known = own.get(field)?.words ?? wordsIn(live, field, locale);
    const words = input.words[field];
    return Boolean(words) && words !== known && words !== takenIn(sheet, viewer, field, locale);
  });
  authorize(changed.length > 0, "translationUnchanged");
  const fresh = changed.filter((field) => !own.has(field));
  await requireQuota(tx, memberId, fresh.length);
  // By name as long as they stand in the directory, like the page it leads to.
  const person = personFact(await readNames(tx, memberId, isInDirectory));
  for (const field of changed) {
    const words = input.words[field] ?? "";
    const id = own.get(field)?.id;
    await (id
      ? tx
          .update(translationOffers)
          .set({ words, version: sql`${translationOffers.version} + 1` })
          .where(eq(translationOffers.id, id))
      : tx.insert(translationOffers).values({ entryId: facts.id, memberId, field, locale, words }));
    const event = translationEvent(facts, "offered", { locale, field });
    const isFirst = field === fresh[0];
    await record(tx, viewer, event, {
      tell: isFirst
        ? tellOfOffers(sheet, { locale, fields: fresh, person }, await keepersOf(tx, facts))
        : undefined,
    });
  }
  return { slug: facts.slug };
}

/** What of the viewer's waits in the owner's edit already: a page that is behind would offer it again. */
function takenIn({ current }: Sheet, { accountId }: Viewer, field: string, locale: Locale) {
  const isTheirs = current.provenance?.[field]?.[locale]?.by === accountId;
  return isTheirs ? wordsIn(current, field, locale) : undefined;
}

/** Several at once wait for each other. */
async function requireQuota(tx: Transaction, memberId: string, more: number): Promise<void> {
  await holdTurn(tx, `translations:${memberId}`);
  const today = await tx.$count(
    translationOffers,
    and(eq(translationOffers.memberId, memberId), isWithinADay(translationOffers.createdAt)),
  );
  authorize(today + more <= OFFERED_A_DAY, "askedTooOften");
}
