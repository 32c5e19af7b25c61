import { AccountSection } from "@/components/accounts/account-section";
import { SessionList } from "@/components/accounts/session-list";
import { endOtherSessionsAction, endSessionAction } from "@/lib/accounts/actions";
import { SESSION_DAYS } from "@/lib/core/auth/session-cookie";
import { formatInstant } from "@/lib/core/dates";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnSession } from "@/lib/sessions/queries";

type SessionsSectionProps = { locale: Locale; sessions: OwnSession[] };

export function SessionsSection({ locale, sessions }: SessionsSectionProps) {
  const t = getTranslator(locale, "accounts");
  const deviceOf = ({ browser, system }: OwnSession) =>
    browser && system
      ? t("sessions.device", { browser, system })
      : (browser ?? system ?? t("sessions.unknownDevice"));
  const rows = sessions.map((session) => ({
    id: session.id,
    device: deviceOf(session),
    seen: t("sessions.seen", { date: formatInstant(session.seenAt, locale) }),
    isCurrent: session.isCurrent,
    endLabel: t("sessions.endLabel", { device: deviceOf(session) }),
  }));
  return (
    <AccountSection
      id="sessions"
      lead={t("sessions.lead", { idle: SESSION_DAYS.idle })}
      title={t("sessions.title")}
    >
      <SessionList
        endOne={endSessionAction}
        endOthers={endOtherSessionsAction}
        form={formCopy(locale)}
        locale={locale}
        sessions={rows}
        words={{
          current: t("sessions.current"),
          end: t("sessions.end"),
          endOthers: t("sessions.endOthers"),
        }}
      />
    </AccountSection>
  );
}
