import { AdminTabs } from "@/components/moderation/admin-tabs";
import { QueueFiltersForm } from "@/components/moderation/queue-filters-form";
import { QueueList } from "@/components/moderation/queue-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { canListAccounts } from "@/lib/moderation/policy";
import { listQueue } from "@/lib/moderation/queries";
import { queueFilters } from "@/lib/moderation/queue.schema";
import { isAsked } from "@/lib/moderation/queue-order";

const PER_PAGE = 50;

export const generateMetadata = titled("admin", "queue.title");

export default async function QueuePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const { page: wanted, ...filters } = queueFilters.parse(await searchParams);
  const items = await listQueue(viewer, locale);
  const now = new Date();
  const asked = items.filter((item) => isAsked(item, filters, now));
  const pageCount = Math.max(1, Math.ceil(asked.length / PER_PAGE));
  const page = Math.min(wanted, pageCount);
  const shown = asked.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const t = getTranslator(locale, "admin");
  return (
    <>
      <AdminTabs
        current="queue"
        isAdministrator={canListAccounts(viewer)}
        locale={locale}
        waiting={items.length}
      />
      <PageHeader lead={t("queue.lead")} title={t("queue.title")} />
      {items.length === 0 ? (
        <EmptyState text={t("queue.emptyText")} title={t("queue.emptyTitle")} />
      ) : (
        <>
          <QueueFiltersForm filters={filters} items={items} locale={locale} />
          <p className="mb-3 text-muted text-sm" role="status">
            {t("queue.count", { count: asked.length })}
          </p>
        </>
      )}
      {items.length > 0 && shown.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href={path(locale, "/admin")} variant="secondary">
              {getTranslator(locale, "ui")("filters.clear")}
            </LinkButton>
          }
          text={t("queue.noMatchText")}
          title={t("queue.noMatchTitle")}
        />
      ) : null}
      {shown.length > 0 ? <QueueList filters={filters} items={shown} locale={locale} /> : null}
      <Pagination
        copy={paginationCopy(locale)}
        href={(to) => path(locale, "/admin", { ...filters, page: to })}
        page={page}
        pageCount={pageCount}
      />
    </>
  );
}
