import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type DiffPart, diffTexts } from "@/lib/core/text/text-diff";
import { choiceWords } from "./choice-words";
import {
  PROJECT_CHOICES,
  PROJECT_TEXTS,
  type ProjectChoice,
  type ProjectContent,
  type ProjectText,
} from "./project-content";

export type TextChange = { field: ProjectText; language: Locale; parts: DiffPart[] };
export type ChoiceChange = {
  field: ProjectChoice | "textLevel" | "ownerLevel";
  before: string;
  after: string;
};
type Content = Pick<ProjectContent, ProjectText | ProjectChoice>;

/** The texts that an edit changes, language by language, in the order they are read. */
export function listTextChanges(live: Content, proposed: Content): TextChange[] {
  return PROJECT_TEXTS.flatMap((field) =>
    LOCALES.flatMap((language) => {
      const before = live[field][language] ?? "";
      const after = proposed[field][language] ?? "";
      return before === after
        ? []
        : [{ field, language, parts: diffTexts(before, after, language) }];
    }),
  );
}

/** The choices that an edit changes, before and after in words of the reader's language. */
export function listChoiceChanges(
  live: Content,
  proposed: Content,
  locale: Locale,
): ChoiceChange[] {
  return PROJECT_CHOICES.flatMap((field) => {
    const before = choiceWords(field, live[field], locale);
    const after = choiceWords(field, proposed[field], locale);
    return before === after ? [] : [{ field, before, after }];
  });
}

/** The same for who reads the full text and who learns who proposes it, which a draft may still change. */
export function listLevelChanges(
  read: Pick<ProjectContent, "textLevel" | "ownerLevel">,
  now: Pick<ProjectContent, "textLevel" | "ownerLevel">,
  locale: Locale,
): ChoiceChange[] {
  const t = getTranslator(locale, "projects");
  return (["textLevel", "ownerLevel"] as const).flatMap((field) =>
    read[field] === now[field]
      ? []
      : [{ field, before: t(`levels.${read[field]}`), after: t(`levels.${now[field]}`) }],
  );
}
