import type { RelatedDecision } from "@/lib/applications/vetting/related.queries";
import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { PersonWords } from "../ui/person-words";

type LastDecisionProps = { locale: Locale; decision: RelatedDecision; wordsLocale: Locale };

/** A decision on an application: verdict, by whom, when, why; the words in the applicant's language. */
export function LastDecision({ locale, decision, wordsLocale }: LastDecisionProps) {
  const t = getTranslator(locale, "vetting");
  const date = formatDay(decision.decidedAt, locale);
  return (
    <div className="text-sm">
      <p>
        {getTranslator(locale, "enums")(`verdict.${decision.verdict}`)}{" "}
        <span className="text-muted">
          <PersonWords words={t("related.by", { name: decision.decidedBy, date })} />
        </span>
      </p>
      {decision.reason ? <p className="text-secondary">{decision.reason}</p> : null}
      {decision.words ? (
        <blockquote
          className="mt-1 whitespace-pre-line break-words border-hairline border-l-2 pl-3"
          dir="auto"
          lang={LANGUAGE_TAG[wordsLocale]}
        >
          {decision.words}
        </blockquote>
      ) : null}
    </div>
  );
}
