import type { Metadata } from "next";
import { ForgottenPasswordForm } from "@/components/accounts/forgotten-password-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { requestPasswordResetAction } from "@/lib/accounts/actions";
import { getOwnAccount } from "@/lib/accounts/queries";
import { getViewer } from "@/lib/core/auth/viewer";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "accounts");
  return { title: t("forgotten.title"), robots: { index: false } };
}

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
