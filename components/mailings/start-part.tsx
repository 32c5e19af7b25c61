import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import { LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { formatNumber } from "@/lib/core/i18n/numbers";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { type Gap, isMailedOut } from "@/lib/mailings/mailing";
import type { LeftOut, Mailing } from "@/lib/mailings/queries";
import { Checkbox } from "../ui/checkbox";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";
import { MailingSelection } from "./mailing-selection";

type StartPartProps = {
  it: Mailing;
  gaps: Gap[];
  /** How many it would go to now, by their language. */
  counts: Record<Locale, number>;
  /** How many of the selection get none, by why. */
  leftOut: LeftOut;
  /** The same went out less than a day ago. */
  isSentAlready: boolean;
  start: FormAction;
  locale: Locale;
};

/** Who would get a draft, what is still to be written, the button that sends it and the way back to its words. */
export function StartPart(props: StartPartProps) {
  const { it, gaps, counts, leftOut, isSentAlready, start, locale } = props;
  const t = getTranslator(locale, "mailings");
  const count = LOCALES.reduce((total, one) => total + counts[one], 0);
  const isMailed = isMailedOut(it);
  const isReady = gaps.length === 0 && count > 0 && (isMailed || it.shownUntil !== null);
  return (
    <div className="space-y-5">
      <MailingSelection it={it} locale={locale} />
      {it.shownUntil ? <p>{t("run.shown", { day: formatDay(it.shownUntil, locale) })}</p> : null}
      <div>
        <p className="font-semibold text-lg">{t("start.count", { count })}</p>
        <ul className="text-secondary">
          {LOCALES.filter((one) => counts[one] > 0).map((one) => (
            <li key={one}>
              {t("start.byLanguage", {
                language: LOCALE_NAME[one],
                count: formatNumber(counts[one], locale),
              })}
            </li>
          ))}
        </ul>
        {(["unagreed", "resting"] as const).map((why) =>
          leftOut[why] > 0 ? (
            <p className="text-secondary" key={why}>
              {t(`start.leftOut.${why}`, { count: leftOut[why] })}
            </p>
          ) : null,
        )}
      </div>
      {gaps.length > 0 ? (
        <Notice title={t("start.gaps")} tone="warning">
          <ul>
            {gaps.map(({ locale: language, lacks }) => (
              <li key={language}>
                {t("start.gap", {
                  language: LOCALE_NAME[language],
                  lacks: t(`start.${lacks.length === 2 ? "both" : (lacks[0] ?? "both")}`),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {isReady ? (
        <MoveForm
          action={start}
          hidden={{ mailingId: it.id, version: String(it.version) }}
          label={isMailed ? t("start.submit", { count }) : t("start.publish")}
          locale={locale}
          scope="start"
        >
          <p className="max-w-measure">{isMailed ? t("start.text") : t("start.announce")}</p>
          {isSentAlready ? <Checkbox label={t("start.again")} name="isAgain" /> : null}
        </MoveForm>
      ) : null}
      <LinkButton href={path(locale, `/admin/mailings/${it.id}`)} variant="secondary">
        {t("start.revise")}
      </LinkButton>
    </div>
  );
}
