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

/** Who asks, where they are signed in, and what the page is called: not everybody has a password to forget. */
async function readPage(params: PageProps["params"]) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "accounts");
  const viewer = await getViewer();
  const account = viewer && (await getOwnAccount(viewer));
  const title = t(account?.hasPassword === false ? "password.choose" : "forgotten.title");
  return { locale, t, account, title };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { title } = await readPage(params);
  return { title, robots: { index: false } };
}

export default async function ForgottenPasswordPage({ params }: PageProps) {
  const { locale, t, account, title } = await readPage(params);
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
      title={title}
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
