import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { facetLabel, facetWords, yearsWords } from "@/lib/experiences/experience-filters";
import type { ExperiencePage } from "@/lib/experiences/queries";
import { EntryHead } from "../entries/entry-head";
import { Badge } from "../ui/badge";

type ExperienceHeadProps = { experience: ExperiencePage; locale: Locale; back: string };

/** Topics, title, and one line that says where and when: what anybody may read first. */
export function ExperienceHead({ experience, locale, back }: ExperienceHeadProps) {
  const { topics, cities, fromYear, toYear, publishedAt } = experience;
  const day = publishedAt && formatDay(publishedAt, locale);
  const facts = [
    facetWords("cities", cities, locale),
    yearsWords(fromYear, toYear, locale),
    day ? getTranslator(locale, "experiences")("published", { day }) : "",
  ].filter(Boolean);
  return (
    <EntryHead
      back={back}
      entry={experience}
      eyebrow={topics.map((topic) => (
        <a href={path(locale, `/experiences/topics/${topic}`)} key={topic}>
          <Badge tone="info">{facetLabel("topics", topic, locale)}</Badge>
        </a>
      ))}
      lead={facts.join("\u00a0· ") || undefined}
      locale={locale}
      noun={EXPERIENCES}
    />
  );
}
