import { permanentRedirect } from "next/navigation";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { path } from "@/lib/core/paths";
import { exchangeQuery } from "@/lib/exchanges/exchange-filters";

/** Where the list stood before: it is one with what else is between two members. */
export default async function InterestsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const isEnded = (await searchParams).group === "ended";
  permanentRedirect(path(locale, "/exchanges", exchangeQuery({ isEnded, page: 1 })));
}
