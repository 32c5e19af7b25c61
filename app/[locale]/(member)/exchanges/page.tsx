import { ExchangeList } from "@/components/exchanges/exchange-list";
import { exchangesCopy } from "@/components/exchanges/exchanges-copy";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { searchOf } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { exchangeQuery, readExchangeFilters } from "@/lib/exchanges/exchange-filters";
import { toExchangesView } from "@/lib/exchanges/exchange-view";
import { listExchanges } from "@/lib/exchanges/queries";

export const generateMetadata = titled("exchanges", "title");

export default async function ExchangesPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const filters = readExchangeFilters(await searchParams);
  const here = path(locale, "/exchanges", exchangeQuery(filters)).slice(`/${locale}`.length);
  const viewer = await requireMember(locale, here);
  const t = getTranslator(locale, "exchanges");
  const view = toExchangesView(await listExchanges(viewer, filters, locale), filters, locale);
  return (
    <>
      <PageHeader lead={t("lead")} title={t("title")} />
      <ExchangeList
        copy={exchangesCopy(locale)}
        source={`/api/exchanges?locale=${locale}&${searchOf(here)}`}
        start={view}
      />
    </>
  );
}
