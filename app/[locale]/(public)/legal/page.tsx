import { DefinitionList } from "@/components/ui/definition-list";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ClubPage, type ClubPageProps, clubPageMetadata } from "../club-page";

export const generateMetadata = clubPageMetadata("legal");

export default async function LegalPage(props: ClubPageProps) {
  const facts = publisherFacts(await pageLocale(props.params));
  return <ClubPage {...props} afterFirst={<DefinitionList items={facts} />} page="legal" />;
}

/** What the law wants beside the publisher's name, as far as the operator has set it. */
function publisherFacts(locale: Locale) {
  const t = getTranslator(locale, "pages");
  const { CLUB_REGISTRATION, CLUB_ADDRESS, CLUB_PHONE, CLUB_DIRECTOR } = env();
  return [
    { term: t("legal.facts.registration"), value: CLUB_REGISTRATION },
    { term: t("legal.facts.address"), value: CLUB_ADDRESS },
    { term: t("legal.facts.phone"), value: CLUB_PHONE },
    { term: t("legal.facts.director"), value: CLUB_DIRECTOR },
  ];
}
