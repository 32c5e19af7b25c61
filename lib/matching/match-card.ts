import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { present, type Said, said } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { askAddress } from "@/lib/introductions/about";
import { deadlineWords } from "@/lib/projects/deadline-words";
import { projectBadges } from "@/lib/projects/project-list-view";
import type { ProjectMatch } from "./queries";
import { reasonLines } from "./reason-words";

/** What a card says of a project that fits the reader, in their language: plain data, for its live island. */
export type MatchCard = {
  slug: string;
  href: string;
  badges: string[];
  title: Said;
  deadline?: ReturnType<typeof deadlineWords>;
  reasons: string[];
  /** The way to propose an exchange to its owner, who is named beside it, or to answer it; for whoever may. */
  act?: { href: string; label: string; person?: string };
  /** Of the form that sets it aside. */
  key: string;
};

/** A project that fits the reader, with the way to its people for whoever `mayAct`. */
export function toMatchCard(
  { project, match }: ProjectMatch,
  mayAct: boolean,
  locale: Locale,
): MatchCard {
  const { slug, deadline } = project;
  const title = pickText(project.title, locale, project.originalLocale);
  return present({
    slug,
    href: path(locale, `/projects/${slug}`),
    badges: projectBadges(project, locale),
    title: title ? said(title, locale) : getTranslator(locale, "matching")("untitled"),
    deadline: deadline ? deadlineWords(deadline, today(), locale) : undefined,
    reasons: reasonLines(match.reasons, "mine", locale),
    act: mayAct ? actOn(project, locale) : undefined,
    key: crypto.randomUUID(),
  });
}

/** Its owner is asked where all members know who that is; else the project is answered. */
function actOn({ slug, ownerSlug }: ProjectMatch["project"], locale: Locale) {
  if (!ownerSlug) {
    const label = getTranslator(locale, "interests")("door.express");
    return { href: path(locale, `/projects/${slug}/interest`), label };
  }
  return {
    href: path(locale, askAddress(ownerSlug, { kind: "project", slug })),
    label: getTranslator(locale, "introductions")("ask.button"),
    person: getTranslator(locale, "matching")("owner"),
  };
}
