import { MoveForm } from "@/components/ui/move-form";
import { SideSection } from "@/components/ui/side-section";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { chooseIntroducingAction } from "@/lib/introductions/actions";

type IntroducingSectionProps = { viewer: Viewer; mayIntroduce: boolean | null; locale: Locale };

/** Whether other members may ask one to introduce them to one's colleagues. */
export function IntroducingSection({ viewer, mayIntroduce, locale }: IntroducingSectionProps) {
  if (!isActiveMember(viewer)) return null;
  const t = getTranslator(locale, "introductions");
  return (
    <SideSection id="introducing" lead={t("introducing.lead")} title={t("introducing.title")}>
      <p className="mb-4">{t(mayIntroduce ? "introducing.on" : "introducing.off")}</p>
      <MoveForm
        action={chooseIntroducingAction}
        hidden={{ mayIntroduce: mayIntroduce ? "no" : "yes" }}
        label={t(mayIntroduce ? "introducing.stop" : "introducing.start")}
        locale={locale}
        scope="introducing"
        variant="secondary"
      />
    </SideSection>
  );
}
