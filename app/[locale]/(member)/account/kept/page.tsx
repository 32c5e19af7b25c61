import { KeptList } from "@/components/bookmarks/kept-list";
import { SearchList } from "@/components/saved-searches/search-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { keepAction } from "@/lib/bookmarks/actions";
import { listKept } from "@/lib/bookmarks/queries";
import { mayAct } from "@/lib/core/auth/standing";
import { requireMember } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { hrefOfPage } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { pageNumber } from "@/lib/core/text/fields";
import { dropSearchAction } from "@/lib/saved-searches/actions";
import { listSearches } from "@/lib/saved-searches/queries";

const PER_PAGE = 24;

export const generateMetadata = titled("bookmarks", "title");

export default async function KeptPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/account/kept");
  const t = getTranslator(locale, "bookmarks");
  const isActing = mayAct(viewer);
  const [kept, searches] = await Promise.all([listKept(viewer), listSearches(viewer)]);
  const pageCount = Math.max(1, Math.ceil(kept.length / PER_PAGE));
  const page = Math.min(pageNumber.parse((await searchParams).page), pageCount);
  const shown = kept.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return (
    <>
      <PageHeader lead={t("lead")} title={t("title")} />
      {kept.length > 0 ? (
        <KeptList kept={shown} letGo={isActing ? keepAction : null} locale={locale} />
      ) : (
        <EmptyState
          action={<LinkButton href={path(locale, "/members")}>{t("emptyAction")}</LinkButton>}
          text={t("emptyText")}
          title={t("emptyTitle")}
        />
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(number) => hrefOfPage(path(locale, "/account/kept"), number)}
        page={page}
        pageCount={pageCount}
      />
      <SearchList drop={isActing ? dropSearchAction : null} locale={locale} searches={searches} />
    </>
  );
}
