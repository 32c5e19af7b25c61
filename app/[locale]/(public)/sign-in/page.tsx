import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { Notice } from "@/components/ui/notice";
import { signInAction } from "@/lib/accounts/actions";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { publicMetadata } from "../public-metadata";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "accounts");
  const description = t("signIn.lead");
  return publicMetadata({ locale, to: "/sign-in", title: t("signIn.title"), description });
}

export default async function SignInPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  const { next: refused, from, again } = await searchParams;
  // Signing in once more proves who is there before something that matters changes.
  if (viewer && again !== "1") redirect(path(locale, mayRead(viewer) ? "/home" : "/account"));
  const t = getTranslator(locale, "accounts");
  const next = [refused ?? from].flat()[0];
  const join = (
    <p>
      {t("signIn.noAccount")} <a href={path(locale, "/apply")}>{t("signIn.apply")}</a>
    </p>
  );
  const isAtWall = refused !== undefined && !viewer;
  return (
    <NarrowPage
      after={isAtWall ? undefined : join}
      lead={t("signIn.lead")}
      title={t("signIn.title")}
    >
      {isAtWall ? (
        <Notice className="mb-6" title={t("signIn.wall")}>
          {join}
        </Notice>
      ) : null}
      <SignInForm
        action={signInAction}
        forgottenHref={path(locale, "/forgotten-password")}
        form={formCopy(locale)}
        locale={locale}
        next={next}
        words={{
          email: t("signIn.email"),
          password: t("signIn.password"),
          forgotten: t("signIn.forgotten"),
          submit: t("signIn.submit"),
          or: t("signIn.or"),
          sendCode: t("signIn.sendCode"),
          codeHint: t("signIn.codeHint"),
        }}
      />
    </NarrowPage>
  );
}
