import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { PastDecision } from "@/lib/moderation/queries";
import { Badge, type BadgeTone } from "../ui/badge";
import { PersonWords } from "../ui/person-words";

type PastDecisionsProps = {
  locale: Locale;
  decisions: PastDecision[];
  /** The person's language: words to them are written in it. */
  wordsLocale: Locale;
};

const TONE: Record<PastDecision["verdict"], BadgeTone> = {
  published: "success",
  reinstated: "success",
  approved: "success",
  "info-requested": "warning",
  "changes-requested": "warning",
  refused: "danger",
  suspended: "danger",
};

/** What was decided before on a person and their projects, newest first. */
export function PastDecisions({ locale, decisions, wordsLocale }: PastDecisionsProps) {
  const t = getTranslator(locale, "admin");
  const words = getTranslator(locale, "enums");
  if (decisions.length === 0) return <p className="text-muted">{t("history.empty")}</p>;
  return (
    <ol className="divide-y divide-hairline border-hairline border-y">
      {decisions.map((decision) => (
        <li className="space-y-1 py-3" key={decision.id}>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <Badge tone={TONE[decision.verdict]}>{words(`verdict.${decision.verdict}`)}</Badge>
            <span className="text-muted">
              <PersonWords
                words={t("history.by", {
                  name: decision.decidedBy,
                  date: formatDay(decision.decidedAt, locale),
                })}
              />
            </span>
          </p>
          <p className="text-sm">
            {decision.title ? t("history.about", { title: decision.title }) : t(subject(decision))}
          </p>
          {decision.reason ? <p className="text-secondary text-sm">{decision.reason}</p> : null}
          {decision.words ? (
            <blockquote
              className="border-hairline border-l-2 pl-3 text-sm"
              dir="auto"
              lang={LANGUAGE_TAG[wordsLocale]}
            >
              {decision.words}
            </blockquote>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What a decision was about that has no title to be told: of all else it is a draft again. */
function subject({ subjectType }: PastDecision) {
  if (subjectType === "application") return "history.application";
  return subjectType === "account" ? "history.account" : "audit.hidden";
}
