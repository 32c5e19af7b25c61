import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { choiceWords } from "./choice-words";
import type { ProjectTeaser } from "./listing.queries";
import type { ProjectChoice } from "./project";
import type { ProjectPage } from "./queries";
import { isTelling } from "./telling-facts";

export type ProjectInSight = {
  teaser: ProjectTeaser;
  /** Null where no more than the teaser is open to the reader. */
  full: ProjectPage["full"];
  locale: Locale;
};

/** What was chosen in a field of a project, as its name and words; without words where it tells the reader nothing. */
export function factWordsOf({ teaser, full, locale }: ProjectInSight) {
  const t = getTranslator(locale, "projects");
  const values = { ...teaser, ...full };
  return (field: Exclude<ProjectChoice, "originalLocale" | "deadline">) => {
    const value = values[field as keyof typeof values];
    const isTold = field in values && isTelling(field, value, teaser.profileType);
    return {
      term: t(`facts.${field}`),
      value: isTold ? choiceWords(field, value as never, locale) : "",
    };
  };
}
