import { MailSwitchesForm } from "@/components/notifications/mail-switches-form";
import { SideSection } from "@/components/ui/side-section";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { MailGroup } from "@/lib/core/mail/mail-groups";
import { chooseMailsAction } from "@/lib/notifications/actions";

type MailsSectionProps = { locale: Locale; wanted: MailGroup[] };

/** Which mails one gets. */
export function MailsSection({ locale, wanted }: MailsSectionProps) {
  const t = getTranslator(locale, "notifications");
  return (
    <SideSection id="mails" lead={t("switches.lead")} title={t("switches.title")}>
      <MailSwitchesForm action={chooseMailsAction} locale={locale} wanted={wanted} />
    </SideSection>
  );
}
