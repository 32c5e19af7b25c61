import { AskForm } from "@/components/asks/ask-form";
import { AskRows } from "@/components/asks/ask-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { WordSearch } from "@/components/ui/word-search";
import { postAskAction } from "@/lib/asks/actions";
import { canPostAsk } from "@/lib/asks/policy";
import { listAsks } from "@/lib/asks/queries";
import { requireMember } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { hrefOfPage } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { readListFilters } from "@/lib/search/list-filters";

export const generateMetadata = titled("asks", "list.title");

export default async function AsksPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/ask");
  const asked = readListFilters(await searchParams, {});
  const { q } = asked;
  const t = getTranslator(locale, "asks");
  const { rows, total, page, pageCount } = await listAsks(viewer, asked);
  return (
    <>
      <PageHeader lead={t("list.lead")} title={t("list.title")} />
      {canPostAsk(viewer) ? <AskForm action={postAskAction} locale={locale} /> : null}
      {rows.length > 0 || q ? (
        <WordSearch
          action={path(locale, "/ask")}
          all={t("search.all")}
          apply={t("search.apply")}
          found={q ? t("search.found", { count: total }) : null}
          label={t("search.label")}
          q={q}
        />
      ) : null}
      {rows.length > 0 ? (
        <AskRows locale={locale} rows={rows} />
      ) : q ? null : (
        <EmptyState text={t("list.emptyText")} title={t("list.emptyTitle")} />
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(number) => hrefOfPage(path(locale, "/ask", { q: q || undefined }), number)}
        page={page}
        pageCount={pageCount}
      />
    </>
  );
}
