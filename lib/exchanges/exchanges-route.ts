import "server-only";
import { liveRoute } from "@/lib/core/list-route";
import { readExchangeFilters } from "./exchange-filters";
import { toExchangesView } from "./exchange-view";
import { countExchanges, listExchanges } from "./queries";

/** A page of a member's exchanges (`?show=ended&page=2`): an `ExchangesView`. */
export const exchangesRoute = liveRoute({
  look: (viewer) => countExchanges(viewer),
  async read(viewer, now, asked, locale) {
    const filters = readExchangeFilters(asked);
    return toExchangesView(await listExchanges(viewer, filters, locale, { now }), filters, locale);
  },
});
