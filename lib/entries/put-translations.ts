import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import type { TranslationStamp } from "@/lib/core/i18n/provenance";
import type { Sheet } from "./locked-sheet.queries";
import { proposeRevision } from "./revisions.mutations";
import { canSaveTranslation } from "./translations.policy";
import { saveEntry } from "./verbs.mutations";

/** Texts by name; `""` empties one. */
export type Words = Readonly<Record<string, string | undefined>>;

type Put = {
  locale: Locale;
  words: Words;
  stamp: TranslationStamp;
  confirmed?: readonly string[];
  /** Whether the form has a field for each text, to show a refusal at. */
  isTyped?: boolean;
};

/** Puts translations where the owner works on the text, by the rules of that place. Throws as `saveTranslations`. */
export async function putTranslations(
  tx: Transaction,
  viewer: Viewer,
  sheet: Sheet,
  { locale, words, stamp, confirmed = [], isTyped = true }: Put,
): Promise<void> {
  const { noun, facts, current, edit } = sheet;
  authorize(facts.revision !== "submitted", "editBeingRead");
  authorize(canSaveTranslation(viewer, facts), "moveNotAllowed");
  await requireAnonymous(tx, sheet, { locale, words, isTyped });
  const texts = Object.entries(words).map(([field, typed]) => {
    const { [locale]: _, ...others } = current[field] ?? {};
    return [field, typed ? { ...others, [locale]: typed } : others];
  });
  const save = {
    id: facts.id,
    content: Object.fromEntries(texts),
    confirmed: confirmed.map((field) => `${field}.${locale}`),
    stamp,
  };
  if (facts.moderation === "published") {
    const { version } = edit ?? facts;
    await proposeRevision(tx, viewer, noun, { ...save, revisionId: edit?.id ?? null, version });
  } else {
    await saveEntry(tx, viewer, noun, { ...save, version: facts.version });
  }
}

/** What is read without a name must not tell whose it is, in whatever language. */
async function requireAnonymous(
  tx: Transaction,
  { noun, facts }: Sheet,
  { locale, words, isTyped }: Pick<Put, "locale" | "words" | "isTyped">,
): Promise<void> {
  const typed = Object.entries(words).map(([field, text]) => [field, { [locale]: text }]);
  const telling = await noun.findIdentities?.(tx, facts, Object.fromEntries(typed));
  const identity = telling?.find((one) => one.field.endsWith(`.${locale}`));
  if (!identity) return;
  const [text] = identity.field.split(".");
  const values = { found: identity.found };
  throw new AppError("identifiesOwner", isTyped ? { field: `words.${text}`, values } : { values });
}
