import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { facetWords } from "@/lib/experiences/experience-words";
import type { OwnExperience } from "@/lib/experiences/queries";
import { EntryTitle } from "../entries/entry-title";
import { ModerationBadge } from "../entries/moderation-badge";
import { TitledPart } from "../ui/titled-part";

type OwnExperiencesProps = { experiences: OwnExperience[]; locale: Locale };

/** The viewer's own, each with where it stands; nothing without any. */
export function OwnExperiences({ experiences, locale }: OwnExperiencesProps) {
  if (experiences.length === 0) return null;
  return (
    <div className="mb-10">
      <TitledPart id="mine" title={getTranslator(locale, "experiences")("list.mine")}>
        <ul className="divide-y divide-hairline border-hairline border-y">
          {experiences.map((experience) => (
            <li
              className="relative flex flex-wrap items-baseline gap-x-3 gap-y-1 py-3 hover:bg-subtle"
              key={experience.slug}
            >
              <ModerationBadge locale={locale} state={experience.moderation} />
              <h3 className="min-w-0 font-semibold">
                <a
                  className="stretched no-underline"
                  href={path(locale, `/experiences/${experience.slug}`)}
                >
                  <EntryTitle entry={experience} locale={locale} noun={EXPERIENCES} />
                </a>
              </h3>
              <p className="text-muted text-sm">
                {facetWords("topics", experience.topics, locale)}
              </p>
            </li>
          ))}
        </ul>
      </TitledPart>
    </div>
  );
}
