import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProjectTitle } from "@/components/projects/project-title";
import { VersionList } from "@/components/projects/version-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAccount } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { restoreVersionAction } from "@/lib/projects/actions";
import { getHistory } from "@/lib/projects/history.queries";

type HistoryPageProps = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: HistoryPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "projects");
  return { title: t("history.title"), robots: { index: false } };
}

export default async function HistoryPage({ params }: HistoryPageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireAccount(locale, `/projects/${slug}/history`);
  const history = (await getHistory(viewer, slug)) ?? notFound();
  const t = getTranslator(locale, "projects");
  const { project, versions } = history;
  const isReachable = history.isOwn || project.moderation === "published";
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={
              isReachable
                ? [{ label: t("editor.back"), href: path(locale, `/projects/${slug}`) }]
                : [{ label: t("list.title"), href: path(locale, "/projects") }]
            }
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={<span>{t("history.title")}</span>}
        lead={t("history.lead")}
        title={<ProjectTitle locale={locale} project={project} />}
      />
      {versions.length === 0 ? (
        <EmptyState text={t("history.emptyText")} title={t("history.emptyTitle")} />
      ) : (
        <VersionList history={history} locale={locale} restore={restoreVersionAction} />
      )}
    </>
  );
}
