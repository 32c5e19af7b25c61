import type { Metadata } from "next";
import { IntroductionRows } from "@/components/introductions/introduction-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireMember } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { hrefOfPage } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { listIntroductions } from "@/lib/introductions/queries";
import { introductionsQuery } from "@/lib/introductions/schema";

type IntroductionsPageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: IntroductionsPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "introductions");
  return { title: t("list.title"), robots: { index: false } };
}

export default async function IntroductionsPage({ params, searchParams }: IntroductionsPageProps) {
  const locale = await pageLocale(params);
  const wanted = introductionsQuery.parse(await searchParams).page;
  const viewer = await requireMember(locale, "/introductions");
  const t = getTranslator(locale, "introductions");
  const { rows, page, pageCount } = await listIntroductions(viewer, wanted);
  return (
    <>
      <PageHeader
        actions={
          <LinkButton href={path(locale, "/interests")} variant="secondary">
            {t("list.interests")}
          </LinkButton>
        }
        lead={t("list.lead")}
        title={t("list.title")}
      />
      {rows.length > 0 ? (
        <IntroductionRows day={today()} locale={locale} rows={rows} />
      ) : (
        <EmptyState
          action={<LinkButton href={path(locale, "/members")}>{t("list.emptyAction")}</LinkButton>}
          text={t("list.emptyText")}
          title={t("list.emptyTitle")}
        />
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(number) => hrefOfPage(path(locale, "/introductions"), number)}
        page={page}
        pageCount={pageCount}
      />
    </>
  );
}
