import type { Metadata } from "next";
import { NarrowPage } from "@/components/ui/narrow-page";
import { env } from "@/lib/core/env";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "applications");
  return { title: t("sent.title"), robots: { index: false } };
}

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
