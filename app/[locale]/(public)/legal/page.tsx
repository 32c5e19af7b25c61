import type { Metadata } from "next";
import { ProseSections } from "@/components/pages/prose-sections";
import { SilkPicture } from "@/components/shell/silk-picture";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/core/env";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { publicMetadata } from "../public-metadata";

type LegalPageProps = { params: Promise<{ locale: string }> };

const SECTIONS = ["publisher", "host", "content", "data", "licences"] as const;

export async function generateMetadata({ params }: LegalPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const description = t("legal.description");
  return publicMetadata({ locale, to: "/legal", title: t("legal.title"), description });
}

export default async function LegalPage({ params }: LegalPageProps) {
  const t = getTranslator(await pageLocale(params), "pages");
  const { CLUB_NAME: club, CLUB_CONTACT: contact } = env();
  return (
    <>
      <PageHeader
        actions={<SilkPicture alt="" className="w-44 sm:w-72" />}
        lead={t("legal.description")}
        title={t("legal.title")}
      />
      <ProseSections
        contact={contact}
        sections={SECTIONS.map((id) => ({
          id,
          title: t(`legal.sections.${id}.title`),
          text: t(`legal.sections.${id}.text`, { club, contact }),
        }))}
      />
    </>
  );
}
