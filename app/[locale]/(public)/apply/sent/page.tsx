import { NarrowPage } from "@/components/ui/narrow-page";
import { env } from "@/lib/core/env";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export const generateMetadata = titled("applications", "sent.title");

export default async function SentPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "applications");
  return (
    <NarrowPage
      after={<p>{t("sent.contact", { contact: env().CLUB_CONTACT })}</p>}
      title={t("sent.title")}
    >
      <p>{t("sent.lead")}</p>
      <p className="mt-4 text-secondary">{t("sent.spam")}</p>
      <p className="mt-4">
        <a href={path(locale, "/apply")}>{t("sent.again")}</a>
      </p>
    </NarrowPage>
  );
}
