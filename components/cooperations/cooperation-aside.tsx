import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import type { CooperationPage } from "@/lib/cooperations/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { factsOf } from "@/lib/entries/value-words";
import { FactsCard } from "../entries/facts-card";
import { PartyList } from "./party-list";

type CooperationAsideProps = { cooperation: CooperationPage; locale: Locale };

/** Beside the text: who agreed, of which kind it is, and its dates as far as they are known. */
export function CooperationAside({ cooperation, locale }: CooperationAsideProps) {
  const { parties } = cooperation;
  const t = getTranslator(locale, "cooperations");
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
        ...factsOf(
          COOPERATIONS,
          ["agreementKind", "signed", "renewed", "ends"],
          cooperation,
          locale,
        ),
      ]}
      title={t("page.parties")}
    />
  );
}
