import { ChangePasswordForm } from "@/components/accounts/change-password-form";
import { PreferencesForm } from "@/components/accounts/preferences-form";
import { LANGUAGE_CHOICES } from "@/components/ui/language-name";
import { LinkButton } from "@/components/ui/link-button";
import { SideSection } from "@/components/ui/side-section";
import { THEMES } from "@/db/enums";
import { changePasswordAction, choosePreferencesAction } from "@/lib/accounts/actions";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { SectionProps } from "./section-props";

export function PreferencesSection({ locale, viewer }: SectionProps) {
  const t = getTranslator(locale, "accounts");
  const e = getTranslator(locale, "enums");
  return (
    <SideSection id="preferences" title={t("preferences.title")}>
      <PreferencesForm
        action={choosePreferencesAction}
        chosen={{ locale: viewer.locale, theme: viewer.theme }}
        form={formCopy(locale)}
        languages={LANGUAGE_CHOICES}
        locale={locale}
        themes={THEMES.map((value) => ({ value, label: e(`theme.${value}`) }))}
        words={{
          locale: t("preferences.locale"),
          localeHint: t("preferences.localeHint"),
          theme: t("preferences.theme"),
          submit: t("preferences.submit"),
        }}
      />
    </SideSection>
  );
}

export function PasswordSection({ locale, account }: SectionProps) {
  const t = getTranslator(locale, "accounts");
  if (!account.hasPassword) {
    return (
      <SideSection id="password" title={t("password.title")}>
        <p className="mb-4">{t("password.none")}</p>
        <LinkButton href={path(locale, "/forgotten-password")} variant="secondary">
          {t("password.choose")}
        </LinkButton>
      </SideSection>
    );
  }
  return (
    <SideSection id="password" lead={t("password.lead")} title={t("password.title")}>
      <ChangePasswordForm action={changePasswordAction} email={account.email} locale={locale} />
    </SideSection>
  );
}
