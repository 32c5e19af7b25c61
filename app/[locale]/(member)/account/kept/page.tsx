import type { Metadata } from "next";
import { KeptList } from "@/components/bookmarks/kept-list";
import { SearchList } from "@/components/saved-searches/search-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { keepAction } from "@/lib/bookmarks/actions";
import { listKept } from "@/lib/bookmarks/queries";
import { mayAct } from "@/lib/core/auth/standing";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { dropSearchAction } from "@/lib/saved-searches/actions";
import { listSearches } from "@/lib/saved-searches/queries";

type KeptPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: KeptPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "bookmarks");
  return { title: t("title"), robots: { index: false } };
}

export default async function KeptPage({ params }: KeptPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/account/kept");
  const t = getTranslator(locale, "bookmarks");
  const isActing = mayAct(viewer);
  const [kept, searches] = await Promise.all([listKept(viewer), listSearches(viewer)]);
  return (
    <>
      <PageHeader lead={t("lead")} title={t("title")} />
      {kept.length > 0 ? (
        <KeptList kept={kept} letGo={isActing ? keepAction : null} locale={locale} />
      ) : (
        <EmptyState
          action={<LinkButton href={path(locale, "/members")}>{t("emptyAction")}</LinkButton>}
          text={t("emptyText")}
          title={t("emptyTitle")}
        />
      )}
      <SearchList drop={isActing ? dropSearchAction : null} locale={locale} searches={searches} />
    </>
  );
}
