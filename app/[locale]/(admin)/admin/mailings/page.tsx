import { notFound } from "next/navigation";
import { MailingsTable } from "@/components/mailings/mailings-table";
import { NewMailingForm } from "@/components/mailings/new-mailing-form";
import { RestingAddresses } from "@/components/mailings/resting-addresses";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { draftMailingAction, writeAgainAction } from "@/lib/mailings/actions";
import { canWriteToMembers } from "@/lib/mailings/policy";
import { listMailings, listResting } from "@/lib/mailings/queries";
import { countWaiting } from "@/lib/moderation/queries";

export const generateMetadata = titled("mailings", "title");

export default async function MailingsPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canWriteToMembers(viewer)) notFound();
  const [rows, resting, waiting] = await Promise.all([
    listMailings(viewer, locale),
    listResting(viewer, locale),
    countWaiting(viewer),
  ]);
  const t = getTranslator(locale, "mailings");
  return (
    <>
      <AdminTabs current="mailings" isAdministrator locale={locale} waiting={waiting} />
      <PageHeader lead={t("lead")} title={t("title")} />
      <div className="max-w-3xl space-y-14">
        <TitledPart id="new" title={t("new.title")}>
          <NewMailingForm action={draftMailingAction} locale={locale} />
        </TitledPart>
        <TitledPart id="list" title={t("list.title")}>
          {rows.length === 0 ? (
            <p className="text-muted">{t("list.empty")}</p>
          ) : (
            <MailingsTable locale={locale} rows={rows} />
          )}
        </TitledPart>
        {resting.length > 0 ? (
          <TitledPart id="resting" title={t("resting.title")}>
            <RestingAddresses again={writeAgainAction} locale={locale} rows={resting} />
          </TitledPart>
        ) : null}
      </div>
    </>
  );
}
