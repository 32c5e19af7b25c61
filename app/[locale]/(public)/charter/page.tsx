import type { Metadata } from "next";
import { SilkPicture } from "@/components/shell/silk-picture";
import { PageHeader } from "@/components/ui/page-header";
import { consentText, PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import { env } from "@/lib/core/env";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { publicMetadata } from "../public-metadata";

type CharterPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: CharterPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "consents");
  const description = t("charter.description");
  return publicMetadata({ locale, to: "/charter", title: t("charter.title"), description });
}

export default async function CharterPage({ params }: CharterPageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "consents");
  const contact = env().CLUB_CONTACT;
  const { paragraphs, version } = consentText(PORTAL_TEXTS, "charter", locale, contact);
  const [introduction, ...commitments] = paragraphs;
  return (
    <>
      <PageHeader
        actions={<SilkPicture alt="" className="w-44 sm:w-72" />}
        lead={introduction}
        title={t("charter.title")}
      />
      <ol className="max-w-measure list-decimal space-y-5 pl-7 text-lg marker:font-semibold marker:text-brand-text">
        {commitments.map((commitment) => (
          <li className="pl-2" key={commitment}>
            {commitment}
          </li>
        ))}
      </ol>
      <p className="mt-10 text-muted text-sm">{t("charter.version", { version })}</p>
    </>
  );
}
