import { referenceLabel } from "@/db/reference/lists";
import type { CooperationPage } from "@/lib/cooperations/queries";
import { formatPartDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FactsCard } from "../entries/facts-card";
import { PartyList } from "./party-list";

type CooperationAsideProps = { cooperation: CooperationPage; locale: Locale };

/** Beside the text: who agreed, of which kind it is, and its dates as far as they are known. */
export function CooperationAside({ cooperation, locale }: CooperationAsideProps) {
  const { parties, agreementKind, signed, renewed, ends } = cooperation;
  const t = getTranslator(locale, "cooperations");
  const day = (value: string | null) => (value ? formatPartDay(value, locale) : "");
  return (
    <FactsCard
      items={[
        {
          term: t("page.lyon"),
          value: <PartyList locale={locale} parties={parties} side="lyon" />,
        },
        {
          term: t("page.china"),
          value: <PartyList locale={locale} parties={parties} side="china" />,
        },
        {
          term: t("facts.agreementKind"),
          value: agreementKind ? referenceLabel("cooperationKinds", agreementKind, locale) : "",
        },
        { term: t("facts.signed"), value: day(signed) },
        { term: t("facts.renewed"), value: day(renewed) },
        { term: t("facts.ends"), value: day(ends) },
      ]}
      title={t("page.parties")}
    />
  );
}
