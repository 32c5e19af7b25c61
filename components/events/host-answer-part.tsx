import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { hostName } from "@/lib/events/host-name";
import type { HostAnswer } from "@/lib/events/hosts.policy";
import type { AnsweredHost } from "@/lib/events/hosts.queries";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";

type HostAnswerPartProps = {
  eventId: string;
  host: AnsweredHost;
  /** The event goes on, so that a yes counts. */
  canAgree: boolean;
  action: FormAction;
  locale: Locale;
};

/** What an organisation is asked about an event, for whoever manages it: yes or no, and later that it no longer holds it. */
export function HostAnswerPart(props: HostAnswerPartProps) {
  const { eventId, host, canAgree, action, locale } = props;
  const t = getTranslator(locale, "events");
  const { organisationId, isAgreed } = host;
  const name = hostName(host, locale).text;
  const move = (answer: HostAnswer, label: string, variant?: "secondary") => (
    <MoveForm
      action={action}
      hidden={{ eventId, organisationId, answer }}
      label={label}
      locale={locale}
      scope={`${answer}-${organisationId}`}
      variant={variant}
    />
  );
  if (isAgreed) {
    return (
      <GraveMove
        consequence={t("hosts.leaveConsequence")}
        label={t("hosts.leave", { name })}
        variant="quiet"
      >
        {move("left", t("hosts.leaveConfirm"))}
      </GraveMove>
    );
  }
  return (
    <Notice title={t("hosts.ask", { name })}>
      <div className="space-y-4">
        <p>{t(canAgree ? "hosts.askText" : "hosts.tooLate")}</p>
        <div className="flex flex-wrap gap-3">
          {canAgree ? move("agreed", t("hosts.agree")) : null}
          {move("declined", t("hosts.decline"), "secondary")}
        </div>
      </div>
    </Notice>
  );
}
