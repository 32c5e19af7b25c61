import type { Metadata } from "next";
import { ProseSections } from "@/components/shell/prose-sections";
import { SilkPicture } from "@/components/shell/silk-picture";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { publicMetadata } from "../public-metadata";
import { publisher } from "../publisher";

type PrivacyPageProps = { params: Promise<{ locale: string }> };

const SECTIONS = [
  "controller",
  "kept",
  "application",
  "consents",
  "card",
  "basis",
  "duration",
  "cookies",
  "china",
  "rights",
] as const;

const WRITTEN_ON = "2026-11-25";

export async function generateMetadata({ params }: PrivacyPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const description = t("privacy.description");
  return publicMetadata({ locale, to: "/privacy", title: t("privacy.title"), description });
}

export default async function PrivacyPage({ params }: PrivacyPageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const { CLUB_CONTACT: contact } = env();
  const words = { ...publisher(locale), club: clubName(locale), contact };
  return (
    <>
      <PageHeader
        actions={<SilkPicture alt="" className="w-44 sm:w-72" />}
        lead={t("privacy.lead")}
        title={t("privacy.title")}
      />
      <ProseSections
        contact={contact}
        sections={SECTIONS.map((id) => ({
          id,
          title: t(`privacy.sections.${id}.title`),
          text: t(`privacy.sections.${id}.text`, words),
        }))}
      />
      <p className="mt-10 text-muted text-sm">
        {t("updatedOn", { date: formatDay(WRITTEN_ON, locale) })}
      </p>
    </>
  );
}
