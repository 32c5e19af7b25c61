import { type ArrivalDays, keptUntil } from "@/lib/arrivals/policy";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";

type LinkCardProps = {
  arrival: ArrivalDays & { id: string };
  /** The whole address of the link that was just made; null otherwise. */
  fresh: string | null;
  actions: Record<"send" | "copy", FormAction>;
  locale: Locale;
};

/** Where the link of one person stands; it is mailed, or made to hand over otherwise. */
export function LinkCard({ arrival, fresh, actions, locale }: LinkCardProps) {
  const t = getTranslator(locale, "arrivals");
  const { id: accountId, invitedOn, remindedOn } = arrival;
  const on = (day: string) => ({ date: formatDay(day, locale) });
  return (
    <Card as="section" labelledBy="link">
      <h2 className="mb-3 font-semibold text-lg" id="link">
        {t("link.title")}
      </h2>
      <div className="space-y-4">
        {fresh ? (
          <Notice title={t("link.freshTitle")} tone="success">
            <p>{t("link.freshText")}</p>
            <p className="mt-2 select-all break-all font-semibold">{fresh}</p>
          </Notice>
        ) : null}
        <ul className="space-y-1">
          <li>{invitedOn ? t("link.sent", on(invitedOn)) : t("link.none")}</li>
          {remindedOn ? <li>{t("link.reminded", on(remindedOn))}</li> : null}
          <li>{t("link.end", on(keptUntil(arrival)))}</li>
        </ul>
        <p className="text-muted text-sm">{t("link.note")}</p>
        <MoveForm
          action={actions.send}
          hidden={{ accountId }}
          label={t(invitedOn ? "link.sendAgain" : "link.send")}
          locale={locale}
          scope="send-link"
        />
        <MoveForm
          action={actions.copy}
          hidden={{ accountId }}
          isKeyless
          label={t("link.copy")}
          locale={locale}
          scope="copy-link"
          variant="secondary"
        />
      </div>
    </Card>
  );
}
