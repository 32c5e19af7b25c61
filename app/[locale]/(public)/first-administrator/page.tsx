import { ChoosePasswordForm } from "@/components/accounts/choose-password-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { choosePasswordAction } from "@/lib/accounts/actions";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { isLinkOpen } from "@/lib/passwords/queries";

export const generateMetadata = titled("accounts", "choose.firstTitle", {
  referrer: "same-origin",
});

export default async function FirstAdministratorPage(props: PageProps) {
  const locale = await pageLocale(props.params);
  const t = getTranslator(locale, "accounts");
  const token = [(await props.searchParams).token].flat()[0] ?? "";
  if (!(await isLinkOpen(token, "first-administrator"))) {
    return (
      <NarrowPage title={t("choose.expiredTitle")}>
        <p>{t("choose.expiredFirst")}</p>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage lead={t("choose.firstLead")} title={t("choose.firstTitle")}>
      <ChoosePasswordForm action={choosePasswordAction} locale={locale} token={token} />
    </NarrowPage>
  );
}
