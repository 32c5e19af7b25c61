import "server-only";
import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { byPerson } from "@/lib/core/i18n/provenance";
import { ownsEntry } from "@/lib/entries/policy";
import type { ProjectText } from "../project";
import { lockSheet } from "./locked.queries";
import { putTranslations, type Words } from "./put-translations";
import { isTranslatableInto, sheetFingerprint, translatableTexts } from "./sheet";
import { translationEvent } from "./translation-event";

type Target = { projectId: string; locale: Locale; fingerprint: string };

/**
 * Keeps the translations that the owner typed: in the draft, or in the open edit of a published project, which the club
 * team reads before it is online. `confirmed` names texts whose older translation is still right.
 * Throws `notFound`, `conflict`, `editBeingRead`, `moveNotAllowed`, `translationUnchanged`, and on the field
 * `identifiesOwner` (with what was `found`).
 */
export async function saveTranslations(
  tx: Transaction,
  viewer: Viewer,
  input: Target & { words: Words; confirmed: readonly ProjectText[] },
): Promise<{ slug: string }> {
  const { locale, confirmed } = input;
  const sheet = await lockSheet(tx, viewer, input.projectId);
  authorize(ownsEntry(viewer, sheet.facts));
  authorize(isTranslatableInto(sheet.current, locale), "conflict");
  authorize(sheetFingerprint(sheet.current, locale) === input.fingerprint, "conflict");
  const { current } = sheet;
  const changed = translatableTexts(current).filter((field) => {
    const typed = input.words[field];
    return typed !== undefined && typed !== (current[field][locale] ?? "");
  });
  authorize(changed.length + confirmed.length > 0, "translationUnchanged");
  const words = Object.fromEntries(changed.map((field) => [field, input.words[field] ?? ""]));
  await putTranslations(tx, viewer, sheet, { locale, words, confirmed, stamp: byPerson(viewer) });
  const { id } = sheet.facts;
  for (const field of new Set([...changed, ...confirmed])) {
    await record(tx, viewer, translationEvent("translation.saved", { id, locale, field }));
  }
  return { slug: sheet.facts.slug };
}
