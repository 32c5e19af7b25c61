export const EXCHANGES_PER_PAGE = 24;

/** How a list of exchanges is ordered, and its headings: whose turn it is, what is new, what waits, who is in touch; then what ended. */
export const GROUPS = ["turn", "news", "waiting", "rest", "ended"] as const;

export type ExchangeGroup = (typeof GROUPS)[number];

/** What the address of the list says: what goes on, or what has ended. */
export type ExchangeFilters = { isEnded: boolean; page: number };

type Params = Record<string, string | string[] | undefined>;

/** The filters of an address; what it does not hold, or holds wrongly, is the start. */
export function readExchangeFilters({ show, page }: Params): ExchangeFilters {
  const number = typeof page === "string" && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
  return { isEnded: show === "ended", page: number };
}

/** The same as the query of an address; what is the start is left out. */
export const exchangeQuery = ({ isEnded, page }: ExchangeFilters) => ({
  show: isEnded ? "ended" : undefined,
  page: page > 1 ? page : undefined,
});
