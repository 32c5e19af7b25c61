import { notFound, redirect } from "next/navigation";
import { AccountFiltersForm } from "@/components/moderation/account-filters-form";
import { AccountsTable } from "@/components/moderation/accounts-table";
import { AdminTabs } from "@/components/moderation/admin-tabs";
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
import { FILE_KINDS } from "@/lib/imports/template";
import { ACCOUNTS_PER_PAGE, listAccounts } from "@/lib/moderation/accounts.queries";
import { canListAccounts } from "@/lib/moderation/policy";
import { countWaiting } from "@/lib/moderation/queries";
import { accountFilters } from "@/lib/moderation/schema";

const fileQuery = (filters: Record<string, string>, locale: string, kind: string) =>
  new URLSearchParams({ ...filters, locale, kind });

export const generateMetadata = titled("admin", "accounts.title");

export default async function AccountsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  if (!canListAccounts(viewer)) notFound();
  const filters = accountFilters.parse(await searchParams);
  const [{ rows, total }, waiting] = await Promise.all([
    listAccounts(viewer, filters, locale),
    countWaiting(viewer),
  ]);
  const t = getTranslator(locale, "admin");
  const clear = getTranslator(locale, "ui")("filters.clear");
  const caption = t("accounts.list", { count: total });
  const { page, ...kept } = filters;
  if (rows.length === 0 && page > 1) redirect(path(locale, "/admin/members", kept));
  return (
    <>
      <AdminTabs current="members" isAdministrator locale={locale} waiting={waiting} />
      <PageHeader
        actions={
          <LinkButton href={path(locale, "/admin/import")} variant="secondary">
            {getTranslator(locale, "imports")("page.open")}
          </LinkButton>
        }
        lead={t("accounts.lead")}
        title={t("accounts.title")}
      />
      <AccountFiltersForm filters={filters} locale={locale} />
      {rows.length === 0 ? (
        <EmptyState
          action={
            <LinkButton href={path(locale, "/admin/members")} variant="secondary">
              {clear}
            </LinkButton>
          }
          text={t("accounts.emptyText")}
          title={t("accounts.emptyTitle")}
        />
      ) : (
        <>
          <p className="mb-3 text-muted text-sm" role="status">
            {caption}
          </p>
          <AccountsTable caption={caption} locale={locale} rows={rows} />
          <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2 text-sm">
            {FILE_KINDS.map((kind) => (
              <a href={`/api/imports/people?${fileQuery(kept, locale, kind)}`} key={kind}>
                {t("accounts.export", { kind: kind.toUpperCase() })}
              </a>
            ))}
          </p>
        </>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(to) => path(locale, "/admin/members", { ...kept, page: to })}
        page={page}
        pageCount={Math.ceil(total / ACCOUNTS_PER_PAGE)}
      />
    </>
  );
}
