import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { byPerson } from "@/lib/core/i18n/provenance";
import { translationEvent } from "./entry-event";
import { lockSheet } from "./locked-sheet.queries";
import type { NounVerbs } from "./noun-verbs";
import { ownsEntry } from "./policy";
import { putTranslations, type Words } from "./put-translations";
import {
  isTranslatableInto,
  sheetFingerprint,
  translatableTexts,
  wordsIn,
} from "./translation-sheet";

type Target = { entryId: string; locale: Locale; fingerprint: string };

/**
 * Keeps the translations that the owner typed: in the draft, or in the open edit of a published entry, which the club
 * team reads before it is online. `confirmed` names texts whose older translation is still right.
 * Throws `notFound`, `conflict`, `editBeingRead`, `moveNotAllowed`, `translationUnchanged`, and on the field
 * `identifiesOwner` (with what was `found`).
 */
export async function saveTranslations(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: Target & { words: Words; confirmed: readonly string[] },
): Promise<{ slug: string }> {
  const { locale, confirmed } = input;
  const sheet = await lockSheet(tx, viewer, noun, input.entryId);
  const { facts, current } = sheet;
  authorize(ownsEntry(viewer, facts));
  authorize(isTranslatableInto(current, locale), "conflict");
  authorize(sheetFingerprint(noun.fields, current, locale) === input.fingerprint, "conflict");
  const changed = translatableTexts(noun.fields, current).filter((field) => {
    const typed = input.words[field];
    return typed !== undefined && typed !== wordsIn(current, field, locale);
  });
  authorize(changed.length + confirmed.length > 0, "translationUnchanged");
  const words = Object.fromEntries(changed.map((field) => [field, input.words[field] ?? ""]));
  const stamp = byPerson(viewer);
  await putTranslations(tx, viewer, sheet, { locale, words, confirmed, stamp });
  for (const field of new Set([...changed, ...confirmed])) {
    await record(tx, viewer, translationEvent(facts, "saved", { locale, field }));
  }
  return { slug: facts.slug };
}
