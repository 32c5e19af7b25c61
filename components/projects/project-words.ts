import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { choiceWords } from "@/lib/projects/choice-words";
import type { ProjectTeaser } from "@/lib/projects/queries";

/** "SME, Lyon area": who proposes, without a name; `""` for somebody without an organisation. */
export function ownerHint(
  { ownerKind, ownerIsInLyon }: Pick<ProjectTeaser, "ownerKind" | "ownerIsInLyon">,
  locale: Locale,
): string {
  if (!ownerKind) return "";
  const kind = referenceLabel("organisationKinds", ownerKind, locale);
  return ownerIsInLyon ? getTranslator(locale, "projects")("ownerHint", { kind }) : kind;
}

/** The type of a proposal in words; a draft may have none. */
export function typeWords(type: ProjectTeaser["profileType"], locale: Locale): string {
  return choiceWords("profileType", type, locale);
}
