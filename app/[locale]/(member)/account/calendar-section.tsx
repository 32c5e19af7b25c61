import { LinkButton } from "@/components/ui/link-button";
import { SideSection } from "@/components/ui/side-section";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

/** The way to the address by which one's calendar follows one's events. */
export function CalendarSection({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "accounts");
  return (
    <SideSection id="calendar" lead={t("calendar.lead")} title={t("calendar.title")}>
      <LinkButton href={path(locale, "/account/calendar")} variant="secondary">
        {t("calendar.manage")}
      </LinkButton>
    </SideSection>
  );
}
