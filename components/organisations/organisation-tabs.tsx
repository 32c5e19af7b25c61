import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OrganisationList } from "@/lib/organisations/listing.queries";
import {
  type OrganisationFilters,
  organisationQuery,
} from "@/lib/organisations/organisation-filters";
import { SIDES } from "@/lib/organisations/sides";
import { TabsNav } from "../ui/tabs-nav";

type OrganisationTabsProps = {
  locale: Locale;
  filters: OrganisationFilters;
  sides: OrganisationList["sides"];
};

/** All, the two sides, institutions; each keeps the other filters. */
export function OrganisationTabs({ locale, filters, sides }: OrganisationTabsProps) {
  const t = getTranslator(locale, "organisations");
  const hrefOf = (side: OrganisationFilters["side"]) =>
    path(locale, "/organisations", organisationQuery({ ...filters, side, page: 1 }));
  return (
    <TabsNav
      label={t("tabs.label")}
      tabs={[
        {
          label: t("tabs.all"),
          href: hrefOf(null),
          current: filters.side === null,
          count: sides.all,
        },
        ...SIDES.map((side) => ({
          label: t(`tabs.${side}`),
          href: hrefOf(side),
          current: filters.side === side,
          count: sides[side],
        })),
      ]}
    />
  );
}
