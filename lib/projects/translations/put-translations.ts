import type { Transaction } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import type { TranslationStamp } from "@/lib/core/i18n/provenance";
import { findIdentities, textsReadUnnamed } from "../identifies-owner";
import { readOwnerIdentity } from "../identity.queries";
import { saveProject } from "../mutations";
import type { ProjectText } from "../project";
import { proposeRevision } from "../revisions.mutations";
import type { Sheet } from "./locked.queries";
import { canSaveTranslation } from "./policy";

/** Texts by name; `""` empties one. */
export type Words = Partial<Record<ProjectText, string>>;

type Put = {
  locale: Locale;
  words: Words;
  stamp: TranslationStamp;
  confirmed?: readonly ProjectText[];
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
  const { facts, current, edit } = sheet;
  authorize(facts.revision !== "submitted", "editBeingRead");
  authorize(canSaveTranslation(viewer, facts), "moveNotAllowed");
  await requireAnonymous(tx, facts, locale, words, isTyped);
  const fields = Object.keys(words) as ProjectText[];
  const texts = fields.map((field) => {
    const { [locale]: _, ...others } = current[field];
    return [field, words[field] ? { ...others, [locale]: words[field] } : others];
  });
  const save = {
    projectId: facts.id,
    content: Object.fromEntries(texts),
    confirmed: confirmed.map((field) => `${field}.${locale}`),
    stamp,
  };
  if (facts.moderation === "published") {
    const { version } = edit ?? facts;
    await proposeRevision(tx, viewer, { ...save, revisionId: edit?.id ?? null, version });
  } else {
    await saveProject(tx, viewer, { ...save, version: facts.version });
  }
}

/** What is read without a name must not tell who proposes the project, in whatever language. */
async function requireAnonymous(
  tx: Transaction,
  facts: Sheet["facts"],
  locale: Locale,
  words: Words,
  isTyped: boolean,
): Promise<void> {
  const read = textsReadUnnamed(facts).filter((text) => words[text]);
  const texts = Object.fromEntries(read.map((text) => [text, { [locale]: words[text] }]));
  const [identity] = findIdentities(texts, await readOwnerIdentity(tx, facts.ownerId));
  if (!identity) return;
  const [field] = identity.field.split(".");
  const values = { found: identity.found };
  throw new AppError("identifiesOwner", isTyped ? { field: `words.${field}`, values } : { values });
}
