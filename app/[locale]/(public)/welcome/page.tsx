import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { SubmitButton } from "@/components/ui/submit-button";
import { firstSignInAction } from "@/lib/accounts/actions";
import { getViewer } from "@/lib/core/auth/viewer";
import { clubName } from "@/lib/core/i18n/club-name";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { findWelcomed } from "@/lib/passwords/queries";

export const generateMetadata = titled("vetting", "welcome.title", { referrer: "same-origin" });

export default async function WelcomePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "vetting");
  const token = [(await searchParams).token].flat()[0] ?? "";
  const name = await findWelcomed(token, locale);
  if (name === null) {
    const isSignedIn = (await getViewer()) !== null;
    return (
      <NarrowPage title={t("welcome.expiredTitle")}>
        <p className="mb-5">{t(isSignedIn ? "welcome.expiredHere" : "welcome.expired")}</p>
        {isSignedIn ? (
          <LinkButton href={path(locale, "/home")}>{t("welcome.home")}</LinkButton>
        ) : (
          <LinkButton href={path(locale, "/sign-in")}>{t("welcome.signIn")}</LinkButton>
        )}
      </NarrowPage>
    );
  }
  return (
    <NarrowPage
      after={<p>{t("welcome.once")}</p>}
      lead={t("welcome.lead", { name, club: clubName(locale) })}
      title={t("welcome.title")}
    >
      <ActionForm
        action={firstSignInAction}
        copy={formCopy(locale)}
        hidden={{ token }}
        locale={locale}
      >
        <SubmitButton className="w-full">{t("welcome.submit")}</SubmitButton>
      </ActionForm>
    </NarrowPage>
  );
}
