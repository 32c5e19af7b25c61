import { answerDue } from "@/lib/applications/vetting/answer-due";
import type { ApplicationRow } from "@/lib/applications/vetting/queries";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { waitingWords } from "@/lib/moderation/waiting-words";
import { AnswerDue } from "../ui/answer-due";
import { PersonWords } from "../ui/person-words";
import { ApplicationBadge } from "./application-badge";

type ApplicationListProps = { locale: Locale; rows: ApplicationRow[]; label: string };

/** Applications, oldest first; each row opens its dossier. */
export function ApplicationList({ locale, rows, label }: ApplicationListProps) {
  return (
    <ol aria-label={label} className="divide-y divide-hairline border-hairline border-y sm:-mx-3">
      {rows.map((row) => (
        <li className="relative py-4 hover:bg-subtle sm:px-3" key={row.id}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <ApplicationBadge locale={locale} state={row.state} />
            <Since locale={locale} row={row} />
          </div>
          <h2 className="mt-2 font-semibold text-lg">
            <a
              className="stretched text-ink no-underline"
              href={path(locale, `/admin/applications/${row.id}`)}
            >
              <PersonWords words={row.name} />
            </a>
          </h2>
          {row.organisation ? <p className="mt-1 text-secondary">{row.organisation}</p> : null}
          <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
            <Facts locale={locale} row={row} />
          </p>
        </li>
      ))}
    </ol>
  );
}

type RowProps = { locale: Locale; row: ApplicationRow };

/** How long it waits as long as it does, else when it was decided. */
function Since({ locale, row }: RowProps) {
  const t = getTranslator(locale, "vetting");
  const { state, submittedAt, receivedAt, decidedAt } = row;
  if (state === "withdrawn" || state === "info-requested") {
    const date = formatDay(submittedAt, locale);
    return <span className="text-muted text-sm">{t("row.received", { date })}</span>;
  }
  if (decidedAt) {
    const date = formatDay(decidedAt, locale);
    return <span className="text-muted text-sm">{t("row.decided", { date })}</span>;
  }
  const { late, words } = answerDue(receivedAt, locale);
  return (
    <AnswerDue
      due={words}
      isLate={late}
      locale={locale}
      waiting={waitingWords(receivedAt, locale)}
    />
  );
}

function Facts({ locale, row }: RowProps) {
  const t = getTranslator(locale, "vetting");
  const { country, taker, state } = row;
  const isOpen = state === "submitted" || state === "under-review" || state === "info-requested";
  return (
    <>
      {country ? <span>{getTranslator(locale, "enums")(`country.${country}`)}</span> : null}
      <span>{t("row.language", { language: row.locale })}</span>
      {isOpen ? (
        <span>
          {taker ? (
            <PersonWords
              words={t("row.taken", { mine: taker.isViewer ? "yes" : "no", name: taker.name })}
            />
          ) : (
            t("row.free")
          )}
        </span>
      ) : null}
    </>
  );
}
