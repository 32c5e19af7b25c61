import type { Metadata } from "next";
import { DocumentsTable } from "@/components/dues/documents-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAccount } from "@/lib/core/auth/viewer";
import { formatDay, today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getPaidUntil, listOwnDues } from "@/lib/dues/own.queries";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "dues");
  return { title: t("own.title"), robots: { index: false } };
}

export default async function OwnDuesPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireAccount(locale, "/account/dues");
  const [rows, until] = await Promise.all([
    listOwnDues(viewer),
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
      {rows.length === 0 ? (
        <EmptyState text={t("own.empty")} title={t("own.lead")} />
      ) : (
        <DocumentsTable base="/account/dues" caption={t("own.title")} locale={locale} rows={rows} />
      )}
    </>
  );
}
