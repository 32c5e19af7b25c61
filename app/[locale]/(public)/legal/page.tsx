import type { Metadata } from "next";
import { ProseSections } from "@/components/shell/prose-sections";
import { SilkPicture } from "@/components/shell/silk-picture";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/core/env";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { publicMetadata } from "../public-metadata";
import { publisher } from "../publisher";

type LegalPageProps = { params: Promise<{ locale: string }> };

const SECTIONS = ["publisher", "host", "content", "data", "licences"] as const;

type Words = ReturnType<typeof getTranslator<"pages">>;

/** What the law wants beside the publisher's name, as far as the operator has set it. */
function publisherFacts(t: Words) {
  const { CLUB_REGISTRATION, CLUB_ADDRESS, CLUB_PHONE, CLUB_DIRECTOR } = env();
  return [
    { term: t("legal.facts.registration"), text: CLUB_REGISTRATION },
    { term: t("legal.facts.address"), text: CLUB_ADDRESS },
    { term: t("legal.facts.phone"), text: CLUB_PHONE },
    { term: t("legal.facts.director"), text: CLUB_DIRECTOR },
  ];
}

export async function generateMetadata({ params }: LegalPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const description = t("legal.description");
  return publicMetadata({ locale, to: "/legal", title: t("legal.title"), description });
}

export default async function LegalPage({ params }: LegalPageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const { CLUB_CONTACT: contact, CLUB_HOST: host } = env();
  const words = { ...publisher(locale), contact, host: host ?? "", isHere: host ? "no" : "yes" };
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
          id: `legal-${id}`,
          title: t(`legal.sections.${id}.title`),
          text: t(`legal.sections.${id}.text`, words),
          facts: id === "publisher" ? publisherFacts(t) : [],
        }))}
      />
    </>
  );
}
