import type { Metadata } from "next";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { QueueList } from "@/components/moderation/queue-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { canListAccounts } from "@/lib/moderation/policy";
import { listQueue } from "@/lib/moderation/queries";

type QueuePageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: QueuePageProps): Promise<Metadata> {
  return { title: getTranslator(await pageLocale(params), "admin")("queue.title") };
}

export default async function QueuePage({ params }: QueuePageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const items = await listQueue(viewer, locale);
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
        <QueueList items={items} locale={locale} />
      )}
    </>
  );
}
