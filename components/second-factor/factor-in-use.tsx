import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ButtonVariant } from "../ui/button-style";
import { MoveForm } from "../ui/move-form";
import { SideSection } from "../ui/side-section";
import { CodeField } from "./code-field";

type FactorInUseProps = {
  codesLeft: number;
  actions: Record<"renew" | "offer" | "switchOff", FormAction>;
  /** The role needs it: it can be changed, not switched off. */
  isRequired: boolean;
  locale: Locale;
};

/** What can be done with an app in use; each asks for a code of it. */
export function FactorInUse({ codesLeft, actions, isRequired, locale }: FactorInUseProps) {
  const t = getTranslator(locale, "secondFactor");
  const form = (act: keyof typeof actions, label: string, variant: ButtonVariant) => (
    <MoveForm
      action={actions[act]}
      className="space-y-4"
      hidden={{}}
      isKeyless={act === "renew"}
      label={label}
      locale={locale}
      scope={act}
      variant={variant}
    >
      <CodeField kind="either" label={t("manage.code")} />
    </MoveForm>
  );
  return (
    <>
      <SideSection id="codes" lead={t("manage.renewText")} title={t("manage.renewTitle")}>
        <p className="mb-4">{t("section.codesLeft", { count: codesLeft })}</p>
        {form("renew", t("manage.renew"), "secondary")}
      </SideSection>
      <SideSection id="other" lead={t("manage.otherText")} title={t("manage.otherTitle")}>
        {form("offer", t("manage.other"), "secondary")}
      </SideSection>
      <SideSection
        id="off"
        lead={isRequired ? undefined : t("manage.offText")}
        title={t("manage.offTitle")}
      >
        {isRequired ? <p>{t("manage.needed")}</p> : form("switchOff", t("manage.off"), "danger")}
      </SideSection>
    </>
  );
}
