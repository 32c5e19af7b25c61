import { ChoosePasswordForm } from "@/components/accounts/choose-password-form";
import { LinkButton } from "@/components/ui/link-button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { choosePasswordAction } from "@/lib/accounts/actions";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { isLinkOpen } from "@/lib/passwords/queries";

export const generateMetadata = titled("accounts", "choose.resetTitle", {
  referrer: "same-origin",
});

export default async function ResetPasswordPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "accounts");
  const token = [(await searchParams).token].flat()[0] ?? "";
  if (!(await isLinkOpen(token, "reset-password"))) {
    return (
      <NarrowPage title={t("choose.expiredTitle")}>
        <p className="mb-5">{t("choose.expiredReset")}</p>
        <LinkButton href={path(locale, "/forgotten-password")}>{t("choose.askAgain")}</LinkButton>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage lead={t("choose.resetLead")} title={t("choose.resetTitle")}>
      <ChoosePasswordForm action={choosePasswordAction} locale={locale} token={token} />
    </NarrowPage>
  );
}
