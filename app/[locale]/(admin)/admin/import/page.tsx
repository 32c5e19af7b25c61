import { notFound } from "next/navigation";
import { FileForm } from "@/components/imports/file-form";
import { ImportsTable } from "@/components/imports/imports-table";
import { PersonForm } from "@/components/imports/person-form";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { flashRefusal } from "@/lib/core/auth/flash";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { addPersonAction } from "@/lib/imports/actions";
import { IMPORT_MOST } from "@/lib/imports/import-file";
import { isImportRefusal } from "@/lib/imports/import-refusals";
import { canBringIn } from "@/lib/imports/policy";
import { listImports } from "@/lib/imports/queries";
import { countWaiting } from "@/lib/moderation/queries";

const MEGABYTE = 1024 ** 2;

export const generateMetadata = titled("imports", "page.title");

export default async function ImportsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canBringIn(viewer)) notFound();
  const { refused, row } = await searchParams;
  const most =
    refused === "importTooManyColumns" ? IMPORT_MOST.columns : IMPORT_MOST.unpacked / MEGABYTE;
  const values = { most, row: Number(row) || 1 };
  const [rows, waiting, refusal] = await Promise.all([
    listImports(viewer),
    countWaiting(viewer),
    flashRefusal(refused, isImportRefusal, { locale, viewer, values }),
  ]);
  const t = getTranslator(locale, "imports");
  return (
    <>
      <AdminTabs current="members" isAdministrator locale={locale} waiting={waiting} />
      <PageHeader
        actions={
          <LinkButton href={path(locale, "/admin/import/pending")} variant="secondary">
            {getTranslator(locale, "arrivals")("list.open")}
          </LinkButton>
        }
        lead={t("page.lead")}
        title={t("page.title")}
      />
      <div className="max-w-3xl space-y-14">
        <TitledPart id="file" title={t("page.file.title")}>
          <FileForm locale={locale} refusal={refusal} />
        </TitledPart>
        <TitledPart id="person" title={t("page.hand.title")}>
          <PersonForm action={addPersonAction} locale={locale} />
        </TitledPart>
        <TitledPart id="earlier" title={t("page.list.title")}>
          {rows.length === 0 ? (
            <p className="text-muted">{t("page.list.empty")}</p>
          ) : (
            <ImportsTable locale={locale} rows={rows} />
          )}
        </TitledPart>
      </div>
    </>
  );
}
