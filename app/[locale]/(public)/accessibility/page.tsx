import type { Metadata } from "next";
import { ProseSections } from "@/components/shell/prose-sections";
import { SilkPicture } from "@/components/shell/silk-picture";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { publicMetadata } from "../public-metadata";

type AccessibilityPageProps = { params: Promise<{ locale: string }> };

const SECTIONS = ["target", "checks", "limits", "contact"] as const;

const WRITTEN_ON = "2026-11-25";

export async function generateMetadata({ params }: AccessibilityPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const description = t("accessibility.description");
  return publicMetadata({
    locale,
    to: "/accessibility",
    title: t("accessibility.title"),
    description,
  });
}

export default async function AccessibilityPage({ params }: AccessibilityPageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const contact = env().CLUB_CONTACT;
  return (
    <>
      <PageHeader
        actions={<SilkPicture alt="" className="w-44 sm:w-72" />}
        lead={t("accessibility.lead")}
        title={t("accessibility.title")}
      />
      <ProseSections
        contact={contact}
        sections={SECTIONS.map((id) => ({
          id,
          title: t(`accessibility.sections.${id}.title`),
          text: t(`accessibility.sections.${id}.text`, { contact }),
        }))}
      />
      <p className="mt-10 text-muted text-sm">
        {t("updatedOn", { date: formatDay(WRITTEN_ON, locale) })}
      </p>
    </>
  );
}
