import { ForgottenPasswordForm } from "@/components/accounts/forgotten-password-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { requestPasswordResetAction } from "@/lib/accounts/actions";
import { getOwnAccount } from "@/lib/accounts/queries";
import { getViewer } from "@/lib/core/auth/viewer";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export const generateMetadata = titled("accounts", "forgotten.title");

export default async function ForgottenPasswordPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "accounts");
  const viewer = await getViewer();
  const account = viewer && (await getOwnAccount(viewer));
  return (
    <NarrowPage
      after={
        <p>
          <a href={path(locale, account ? "/account" : "/sign-in")}>
            {t(account ? "account.title" : "forgotten.back")}
          </a>
        </p>
      }
      lead={t("forgotten.lead")}
      title={t(account?.hasPassword === false ? "password.choose" : "forgotten.title")}
    >
      <ForgottenPasswordForm
        action={requestPasswordResetAction}
        email={account?.email}
        form={formCopy(locale)}
        locale={locale}
        words={{ email: t("signIn.email"), submit: t("forgotten.submit") }}
      />
    </NarrowPage>
  );
}
