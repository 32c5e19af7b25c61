import { SaveSearchForm } from "@/components/saved-searches/save-search-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { saveSearchAction } from "@/lib/saved-searches/actions";
import { readSearch, SEARCH_NAME_MAX, searchAddress } from "@/lib/saved-searches/saved-search";

export const generateMetadata = titled("bookmarks", "searches.title");

export default async function SaveSearchPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const asked = await searchParams;
  const [of = "", name = ""] = [asked.of, asked.name].map((value) => [value].flat()[0] ?? "");
  await requireActor(locale, path(locale, "/account/kept/search", { of, name }).slice(3));
  const search = readSearch(of);
  const t = getTranslator(locale, "bookmarks");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("title"), href: path(locale, "/account/kept") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("searches.lead")}
        title={t("searches.title")}
      />
      {search ? (
        <SaveSearchForm
          action={saveSearchAction}
          locale={locale}
          name={name.slice(0, SEARCH_NAME_MAX)}
          search={searchAddress(search)}
        />
      ) : (
        <EmptyState
          action={<LinkButton href={path(locale, "/projects")}>{t("searches.open")}</LinkButton>}
          text={t("searches.emptyText")}
          title={t("searches.emptyTitle")}
        />
      )}
    </>
  );
}
