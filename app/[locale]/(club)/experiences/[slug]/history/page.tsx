import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryTitle } from "@/components/entries/entry-title";
import { VersionList } from "@/components/entries/version-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAccount } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getHistory } from "@/lib/entries/history.queries";
import { restoreVersionAction } from "@/lib/experiences/actions";
import { EXPERIENCES } from "@/lib/experiences/experience";

type HistoryPageProps = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "experiences");
  return { title: t("history.title"), robots: { index: false } };
}

export default async function HistoryPage({ params }: HistoryPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireAccount(locale, `/experiences/${slug}/history`);
  const history = (await getHistory(viewer, EXPERIENCES, slug)) ?? notFound();
  const t = getTranslator(locale, "experiences");
  const words = getTranslator(locale, "entries");
  const { entry, versions, isOwn } = history;
  const back =
    isOwn || entry.moderation === "published"
      ? { label: t("editor.back"), href: path(locale, `/experiences/${slug}`) }
      : { label: t("list.title"), href: path(locale, "/experiences") };
  return (
    <>
      <PageHeader
        before={<Breadcrumbs items={[back]} label={getTranslator(locale, "ui")("breadcrumbs")} />}
        eyebrow={<span>{t("history.title")}</span>}
        lead={words("history.lead")}
        title={<EntryTitle entry={entry} locale={locale} noun={EXPERIENCES} />}
      />
      {versions.length === 0 ? (
        <EmptyState text={t("history.emptyText")} title={words("history.emptyTitle")} />
      ) : (
        <VersionList
          history={history}
          locale={locale}
          noun={EXPERIENCES}
          restore={restoreVersionAction}
        />
      )}
    </>
  );
}
