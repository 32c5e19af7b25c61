import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type ChoiceChange, textChanges, wordChanges } from "@/lib/entries/difference";
import { choiceWords } from "./choice-words";
import {
  PROJECT_CHOICES,
  PROJECT_TEXTS,
  type ProjectChoice,
  type ProjectContent,
  type ProjectText,
} from "./project";

type Content = Pick<ProjectContent, ProjectText | ProjectChoice>;
type Levels = Pick<ProjectContent, "textLevel" | "ownerLevel">;

export type ProjectChange = ChoiceChange<ProjectChoice | keyof Levels>;

/** The texts that an edit changes, language by language, in the order they are read. */
export const listTextChanges = (live: Content, proposed: Content) =>
  textChanges(PROJECT_TEXTS, live, proposed);

/** The choices that an edit changes, before and after in words of the reader's language. */
export function listChoiceChanges(live: Content, proposed: Content, locale: Locale) {
  const words = (choice: ProjectChoice, content: Content) =>
    choiceWords(choice, content[choice], locale);
  return wordChanges(PROJECT_CHOICES, words, live, proposed);
}

/** The same for who reads the full text and who learns who proposes it, which a draft may still change. */
export function listLevelChanges(read: Levels, now: Levels, locale: Locale) {
  const t = getTranslator(locale, "projects");
  const words = (field: keyof Levels, levels: Levels) => t(`levels.${levels[field]}`);
  return wordChanges(["textLevel", "ownerLevel"] as const, words, read, now);
}
