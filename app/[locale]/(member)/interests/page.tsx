import type { Metadata } from "next";
import { EmptyInbox } from "@/components/interests/empty-inbox";
import { InboxTabs } from "@/components/interests/inbox-tabs";
import { InterestList } from "@/components/interests/interest-list";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { interestQuery, readInterestFilters } from "@/lib/interests/interest-groups";
import { listInterests } from "@/lib/interests/queries";

type InterestsPageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: InterestsPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "interests");
  return { title: t("list.title"), robots: { index: false } };
}

export default async function InterestsPage({ params, searchParams }: InterestsPageProps) {
  const locale = await pageLocale(params);
  const filters = readInterestFilters(await searchParams);
  const here = path(locale, "/interests", interestQuery(filters)).slice(`/${locale}`.length);
  const viewer = await requireMember(locale, here);
  const t = getTranslator(locale, "interests");
  const { rows, counts, page, pageCount } = await listInterests(viewer, filters);
  return (
    <>
      <PageHeader lead={t("list.lead")} title={t("list.title")} />
      <InboxTabs counts={counts} filters={filters} locale={locale} />
      {rows.length > 0 ? (
        <InterestList locale={locale} rows={rows} side={filters.side} />
      ) : (
        <EmptyInbox filters={filters} locale={locale} />
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(number) => path(locale, "/interests", interestQuery({ ...filters, page: number }))}
        page={page}
        pageCount={pageCount}
      />
    </>
  );
}
