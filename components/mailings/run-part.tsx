import { RECIPIENT_STATES } from "@/db/enums";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { formatNumber } from "@/lib/core/i18n/numbers";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { isMailedOut } from "@/lib/mailings/mailing";
import type { Mailing, StateCounts } from "@/lib/mailings/queries";
import { Bar } from "../ui/bar";
import { DefinitionList } from "../ui/definition-list";
import { GraveMove } from "../ui/grave-move";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { MailingSelection } from "./mailing-selection";

type RunPartProps = {
  it: Mailing;
  counts: StateCounts;
  actions: Record<"stop" | "resume" | "end", FormAction>;
  locale: Locale;
};

/** How far a mailing is, and what may still be done: stop, go on, take off the dashboard. The page can be left. */
export function RunPart({ it, counts, actions, locale }: RunPartProps) {
  const t = getTranslator(locale, "mailings");
  const hidden = { mailingId: it.id, version: String(it.version) };
  const total = RECIPIENT_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const done = total - (counts.waiting ?? 0);
  const number = (value: number) => formatNumber(value, locale);
  return (
    <div className="space-y-5">
      {isMailedOut(it) && total > 0 ? (
        <>
          <div>
            <Bar className="max-w-md" percent={Math.floor((100 * done) / total)} />
            <p className="mt-2 font-semibold tabular-nums">
              {t("run.done", { done: number(done), total: number(total) })}
            </p>
          </div>
          <DefinitionList
            items={RECIPIENT_STATES.flatMap((state) =>
              counts[state]
                ? [{ term: t(`recipients.states.${state}`), value: number(counts[state]) }]
                : [],
            )}
          />
        </>
      ) : null}
      {isMailedOut(it) && total === 0 ? <p className="text-muted">{t("run.swept")}</p> : null}
      <MailingSelection it={it} locale={locale} />
      {it.shownUntil || !isMailedOut(it) ? (
        <p>
          {it.isShown && it.shownUntil
            ? t("run.shown", { day: formatDay(it.shownUntil, locale) })
            : t("run.ended")}
        </p>
      ) : null}
      <div className="flex flex-wrap items-start gap-4">
        {it.state === "sending" ? (
          <LinkButton href={path(locale, `/admin/mailings/${it.id}`)} variant="secondary">
            {t("run.refresh")}
          </LinkButton>
        ) : null}
        {it.state === "stopped" ? (
          <MoveForm
            action={actions.resume}
            hidden={hidden}
            label={t("run.resume")}
            locale={locale}
            scope="resume"
          />
        ) : null}
        {it.state === "sending" ? (
          <GraveMove consequence={t("run.stopText")} label={t("run.stop")}>
            <MoveForm
              action={actions.stop}
              hidden={hidden}
              label={t("run.stop")}
              locale={locale}
              scope="stop"
              variant="danger"
            />
          </GraveMove>
        ) : null}
        {it.isShown ? (
          <GraveMove consequence={t("run.endText")} label={t("run.end")}>
            <MoveForm
              action={actions.end}
              hidden={hidden}
              label={t("run.end")}
              locale={locale}
              scope="end"
              variant="danger"
            />
          </GraveMove>
        ) : null}
      </div>
    </div>
  );
}
