import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { isOlder } from "@/lib/entries/older-text";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { facetLabel, facetWords, yearsWords } from "@/lib/experiences/experience-words";
import type { ExperiencePage } from "@/lib/experiences/queries";
import { EntryTitle } from "../entries/entry-title";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { PageHeader } from "../ui/page-header";

type ExperienceHeadProps = {
  experience: ExperiencePage;
  locale: Locale;
  /** The list, with the search one came from. */
  back: string;
};

/** Topics, title, and one line that says where and when: what anybody may read first. */
export function ExperienceHead({ experience, locale, back }: ExperienceHeadProps) {
  const { topics, cities, fromYear, toYear, publishedAt, title, originalLocale, stale } =
    experience;
  const t = getTranslator(locale, "experiences");
  const facts = [
    facetWords("cities", cities, locale),
    yearsWords(fromYear, toYear, locale),
    publishedAt ? t("published", { day: formatDay(publishedAt, locale) }) : "",
  ].filter(Boolean);
  const isOld = isOlder(stale, "title", pickText(title, locale, originalLocale));
  return (
    <PageHeader
      before={
        <Breadcrumbs
          items={[{ label: t("list.title"), href: back }]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      }
      eyebrow={
        <>
          {topics.map((topic) => (
            <a href={path(locale, `/experiences/topics/${topic}`)} key={topic}>
              <Badge tone="info">{facetLabel("topics", topic, locale)}</Badge>
            </a>
          ))}
          {isOld ? <span>{getTranslator(locale, "translations")("staleTitle")}</span> : null}
        </>
      }
      lead={facts.join("\u00a0· ") || undefined}
      title={<EntryTitle entry={experience} locale={locale} noun={EXPERIENCES} />}
    />
  );
}
