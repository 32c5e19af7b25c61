import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { EXPERIENCES } from "@/lib/experiences/experience";
import type { ExperienceCard } from "@/lib/experiences/listing.queries";
import { EntryTitle } from "../entries/entry-title";

type HandbookContentsProps = { advised: readonly ExperienceCard[]; locale: Locale };

/** What stands on a page of the handbook, numbered as it is printed. */
export function HandbookContents({ advised, locale }: HandbookContentsProps) {
  const t = getTranslator(locale, "experiences");
  return (
    <nav aria-labelledby="contents" className="handbook-contents mb-10">
      <h2 className="mb-3 font-semibold text-xl" id="contents">
        {t("handbook.contents")}
      </h2>
      <ol className="list-decimal space-y-1 pl-6">
        {advised.map((one) => (
          <li key={one.slug}>
            <a href={`#${one.slug}`}>
              <EntryTitle entry={one} locale={locale} noun={EXPERIENCES} />
            </a>
          </li>
        ))}
      </ol>
      <p className="no-print mt-3 text-muted text-sm">{t("handbook.print")}</p>
    </nav>
  );
}
