import { SessionList } from "@/components/accounts/session-list";
import { SideSection } from "@/components/ui/side-section";
import { endOtherSessionsAction, endSessionAction } from "@/lib/accounts/actions";
import { SESSION_LIFE, SESSIONS_AT_MOST } from "@/lib/core/auth/session-life";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatInstant } from "@/lib/core/dates";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { OwnSession } from "@/lib/sessions/queries";

type SessionsSectionProps = {
  locale: Locale;
  viewer: Viewer;
  sessions: OwnSession[];
  /** How many browsers the account knows. */
  known: number;
};

export function SessionsSection({ locale, viewer, sessions, known }: SessionsSectionProps) {
  const isOfTeam = viewer.role !== "member" || viewer.sleepingRole !== undefined;
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
    <SideSection
      id="sessions"
      lead={
        isOfTeam
          ? t("sessions.teamLead", { idle: SESSION_LIFE.teamIdleHours, most: SESSIONS_AT_MOST })
          : t("sessions.lead", { idle: SESSION_LIFE.idleDays, most: SESSIONS_AT_MOST })
      }
      title={t("sessions.title")}
    >
      <SessionList
        endOne={endSessionAction}
        endOthers={endOtherSessionsAction}
        form={formCopy(locale)}
        locale={locale}
        mayEndOthers={sessions.length > 1 || known > 1}
        sessions={rows}
        words={{
          current: t("sessions.current"),
          end: t("sessions.end"),
          endOthers: t(sessions.length > 1 ? "sessions.endOthers" : "sessions.forgetOthers"),
          known: known > 0 ? t("sessions.known", { known }) : "",
        }}
      />
    </SideSection>
  );
}
