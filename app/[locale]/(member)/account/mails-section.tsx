import { MailSwitchesForm } from "@/components/notifications/mail-switches-form";
import { MutedKinds } from "@/components/notifications/muted-kinds";
import { SideSection } from "@/components/ui/side-section";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { MailGroup } from "@/lib/core/mail/mail-groups";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { chooseMailsAction, unmuteKindAction } from "@/lib/notifications/actions";

type MailsSectionProps = { locale: Locale; wanted: MailGroup[]; muted: MailKind[] };

/** Which mails one gets. */
export function MailsSection({ locale, wanted, muted }: MailsSectionProps) {
  const t = getTranslator(locale, "notifications");
  return (
    <SideSection id="mails" lead={t("switches.lead")} title={t("switches.title")}>
      <MailSwitchesForm action={chooseMailsAction} locale={locale} wanted={wanted} />
      <MutedKinds kinds={muted} locale={locale} unmute={unmuteKindAction} />
    </SideSection>
  );
}
