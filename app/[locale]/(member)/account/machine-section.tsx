import { MoveForm } from "@/components/ui/move-form";
import { SideSection } from "@/components/ui/side-section";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { stopHiddenMachinesAction } from "@/lib/interests/actions";

type MachineSectionProps = { count: number; locale: Locale };

/** The yes to a machine's translation that stands where one cannot open the page any more, to be taken back; nothing without one. */
export function MachineSection({ count, locale }: MachineSectionProps) {
  if (count === 0) return null;
  const t = getTranslator(locale, "machine");
  return (
    <SideSection id="machine" lead={t("hidden.text", { count })} title={t("hidden.title")}>
      <MoveForm
        action={stopHiddenMachinesAction}
        hidden={{}}
        label={t("stop")}
        locale={locale}
        scope="machine"
        variant="secondary"
      />
    </SideSection>
  );
}
