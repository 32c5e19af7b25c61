import { listAnswerChanges } from "@/lib/applications/answer-changes";
import type { ApplicationAnswers } from "@/lib/applications/answers";
import type {
  ApplicationDossier,
  DossierMessage,
} from "@/lib/applications/vetting/dossier.queries";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { diffCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { DiffText } from "../ui/diff-text";
import { TitledPart } from "../ui/titled-part";
import { MessageList } from "./message-list";

type ChangesSinceProps = {
  locale: Locale;
  application: ApplicationDossier;
  /** Questions and answers, oldest first. */
  exchange: DossierMessage[];
  /** The application before this one, by the same address. */
  earlier: { id: string; submittedAt: Date; answers: ApplicationAnswers } | null;
};

/** First in a dossier that was read before: what the applicant answered, or changed since their last application. */
export function ChangesSince({ locale, application, exchange, earlier }: ChangesSinceProps) {
  const t = getTranslator(locale, "vetting");
  const { state, answers, locale: written } = application;
  if (state !== "submitted" && state !== "under-review") return null;
  const asked = exchange.findLastIndex(({ kind }) => kind === "question");
  const since = exchange.slice(Math.max(asked, 0));
  if (since.some(({ kind }) => kind === "answer")) {
    return (
      <TitledPart id="since" title={t("since.title")}>
        <MessageList empty="" locale={locale} messages={since} wordsLocale={written} />
        <p className="mt-4 text-muted text-sm">{t("since.rest")}</p>
      </TitledPart>
    );
  }
  if (!earlier) return null;
  const changes = listAnswerChanges(earlier.answers, answers, locale, written);
  const day = formatDay(earlier.submittedAt, locale);
  return (
    <TitledPart id="since" title={t("since.again", { day })}>
      {changes.length === 0 ? <p>{t("since.same")}</p> : null}
      <div className="space-y-6">
        {changes.map(({ label, lang, parts }) => (
          <section key={`${label} ${lang}`}>
            <h3 className="mb-1.5 font-semibold">{label}</h3>
            <DiffText copy={diffCopy(locale)} lang={lang ?? undefined} parts={parts} />
          </section>
        ))}
      </div>
      <p className="mt-4">
        <a href={path(locale, `/admin/applications/${earlier.id}`)}>{t("since.earlier")}</a>
      </p>
    </TitledPart>
  );
}
