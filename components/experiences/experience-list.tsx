import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { path } from "@/lib/core/paths";
import { EXPERIENCES } from "@/lib/experiences/experience";
import type { ExperienceCard } from "@/lib/experiences/queries";
import { EntryTitle } from "../entries/entry-title";
import { ModerationBadge } from "../entries/moderation-badge";
import { LocalizedProse } from "../ui/localized-prose";
import { factWords } from "./experience-words";

type ExperienceListProps = {
  experiences: ExperienceCard[];
  /** The viewer's own: each says where it stands. */
  areOwn?: boolean;
  locale: Locale;
};

/** Experiences by title, with what others should know. */
export function ExperienceList({ experiences, areOwn, locale }: ExperienceListProps) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {experiences.map((experience) => {
        const { slug, teaser, originalLocale, moderation } = experience;
        const told = pickText(teaser, locale, originalLocale);
        return (
          <li className="relative py-5 hover:bg-subtle" key={slug}>
            {areOwn ? <ModerationBadge locale={locale} state={moderation} /> : null}
            <h3 className="mt-1 font-semibold text-lg leading-snug">
              <a className="stretched no-underline" href={path(locale, `/experiences/${slug}`)}>
                <EntryTitle entry={experience} locale={locale} noun={EXPERIENCES} />
              </a>
            </h3>
            {told ? <LocalizedProse lang={told.lang} text={told.text} /> : null}
            <p className="mt-1 text-secondary text-sm">{factWords(experience, locale)}</p>
          </li>
        );
      })}
    </ul>
  );
}
