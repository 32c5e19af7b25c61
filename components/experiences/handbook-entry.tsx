import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textNote } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { isOlder } from "@/lib/entries/older-text";
import { standingWords } from "@/lib/experiences/confirmation";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { facetWords, yearsWords } from "@/lib/experiences/experience-filters";
import type { ExperienceCard } from "@/lib/experiences/listing.queries";
import { shownName } from "@/lib/members/member-card";
import { EntryTitle } from "../entries/entry-title";
import { MemberLink } from "../entries/member-link";
import { LocalizedProse } from "../ui/localized-prose";

type HandbookEntryProps = { advised: ExperienceCard; locale: Locale };

/** What one experience advises, with its source: where and when it was learned, by whom, and whether it still holds. */
export function HandbookEntry({ advised, locale }: HandbookEntryProps) {
  const { slug, cities, fromYear, toYear, originalLocale, stale } = advised;
  const advice = pickText(advised.advice, locale, originalLocale);
  const facts = [
    facetWords("cities", cities, locale),
    yearsWords(fromYear, toYear, locale),
    standingWords(advised, locale),
  ].filter(Boolean);
  return (
    <article className="scroll-mt-24" id={slug}>
      <h2 className="font-semibold text-xl">
        <a href={path(locale, `/experiences/${slug}`)}>
          <EntryTitle entry={advised} locale={locale} noun={EXPERIENCES} />
        </a>
      </h2>
      <p className="mt-1 mb-3 text-muted text-sm">
        <Source advised={advised} locale={locale} />
        {facts.map((fact) => ` · ${fact}`).join("")}
      </p>
      {advice ? (
        <LocalizedProse
          fallbackLabel={textNote(locale, advice, isOlder(stale, "advice", advice))}
          isList
          lang={advice.lang}
          text={advice.text}
        />
      ) : null}
    </article>
  );
}

function Source({ advised: { author }, locale }: HandbookEntryProps) {
  const t = getTranslator(locale, "experiences");
  if (!author) return <span>{t("handbook.sourceUnnamed")}</span>;
  const member = { ...author.names, slug: author.slug };
  return t.rich("handbook.source", {
    name: shownName(member, locale).text,
    person: () => <MemberLink locale={locale} member={member} />,
  });
}
