import { CodeForm } from "@/components/accounts/code-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { signInWithCodeAction } from "@/lib/accounts/actions";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export const generateMetadata = titled("accounts", "code.title");

export default async function CodePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "accounts");
  const next = [(await searchParams).next].flat()[0];
  return (
    <NarrowPage
      after={
        <>
          <p>{t("code.help")}</p>
          <p>
            <a href={path(locale, "/sign-in", { next })}>{t("code.again")}</a>
          </p>
        </>
      }
      lead={t("code.lead")}
      title={t("code.title")}
    >
      <CodeForm
        action={signInWithCodeAction}
        form={formCopy(locale)}
        locale={locale}
        next={next}
        words={{ code: t("code.code"), submit: t("code.submit") }}
      />
    </NarrowPage>
  );
}
