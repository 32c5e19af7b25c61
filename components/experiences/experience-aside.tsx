import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { factsOf } from "@/lib/entries/value-words";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { facetWords } from "@/lib/experiences/experience-filters";
import type { Link } from "@/lib/experiences/links.queries";
import type { ExperiencePage } from "@/lib/experiences/queries";
import { FactsCard } from "../entries/facts-card";
import { OwnerCard } from "../entries/owner-card";

type ExperienceAsideProps = { experience: ExperiencePage; links: Link[]; locale: Locale };

/** Beside the text, for members: who wrote it, what it cost and led to, and what it is about. */
export function ExperienceAside({ experience, links, locale }: ExperienceAsideProps) {
  const { full, sectors, author } = experience;
  if (!full) return null;
  const t = getTranslator(locale, "experiences");
  return (
    <div className="space-y-6">
      <OwnerCard
        id="author"
        locale={locale}
        member={author}
        title={t("author")}
        unnamed={<p className="mt-1">{t("authorUnnamed")}</p>}
      />
      <FactsCard
        items={[
          ...factsOf(EXPERIENCES, ["outcome", "cost"], full, locale),
          { term: t("facts.sectors"), value: facetWords("sectors", sectors, locale) },
          ...links.map(({ kind, to, title, lang }) => ({
            term: t(`facts.${kind}`),
            value: (
              <a href={path(locale, to)} lang={LANGUAGE_TAG[lang]}>
                {title}
              </a>
            ),
          })),
        ]}
        title={t("facts.title")}
      />
    </div>
  );
}
