import { notFound } from "next/navigation";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { PageTable } from "@/components/pages/page-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { countWaiting } from "@/lib/moderation/queries";
import { startPageAction } from "@/lib/pages/actions";
import { canWritePages } from "@/lib/pages/policy";
import { listStandings } from "@/lib/pages/queries";

export const generateMetadata = titled("clubPages", "title");

/** The pages of the club, for administrators. */
export default async function PagesPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canWritePages(viewer)) notFound();
  const [waiting, standings] = await Promise.all([
    countWaiting(viewer),
    listStandings(viewer, today()),
  ]);
  const t = getTranslator(locale, "clubPages");
  return (
    <>
      <AdminTabs current="pages" isAdministrator locale={locale} waiting={waiting} />
      <PageHeader lead={t("lead")} title={t("title")} />
      <PageTable locale={locale} standings={standings} start={startPageAction} />
    </>
  );
}
