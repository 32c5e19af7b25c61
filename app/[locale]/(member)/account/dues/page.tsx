import { CoveredYears } from "@/components/dues/covered-years";
import { DocumentsTable } from "@/components/dues/documents-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAccount } from "@/lib/core/auth/viewer";
import { formatDay, today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { listCoveredYears } from "@/lib/dues/covered.queries";
import { getPaidUntil, listOwnDues } from "@/lib/dues/own.queries";

export const generateMetadata = titled("dues", "own.title");

export default async function OwnDuesPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, "/account/dues");
  const [rows, covered, until] = await Promise.all([
    listOwnDues(viewer),
    listCoveredYears(viewer, locale),
    getPaidUntil(viewer, viewer.accountId),
  ]);
  const t = getTranslator(locale, "dues");
  const account = getTranslator(locale, "accounts")("account.title");
  const words = until && until < today() ? "own.over" : "own.until";
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: account, href: path(locale, "/account") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={until ? t(words, { day: formatDay(until, locale) }) : t("own.unknown")}
        title={t("own.title")}
      />
      {covered.length > 0 ? <CoveredYears locale={locale} years={covered} /> : null}
      {rows.length === 0 && covered.length === 0 ? (
        <EmptyState text={t("own.empty")} title={t("own.lead")} />
      ) : null}
      {rows.length > 0 ? (
        <DocumentsTable base="/account/dues" caption={t("own.title")} locale={locale} rows={rows} />
      ) : null}
    </>
  );
}
