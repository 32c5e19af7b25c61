import type { Metadata } from "next";
import { ClaimList } from "@/components/affiliations/claim-list";
import { AdminTabs } from "@/components/moderation/admin-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listWaitingClaims } from "@/lib/affiliations/requests.queries";
import { requireStaff } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { canListAccounts } from "@/lib/moderation/policy";
import { countWaiting } from "@/lib/moderation/queries";

type ClaimsPageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: ClaimsPageProps): Promise<Metadata> {
  return { title: getTranslator(await pageLocale(params), "affiliations")("claims.title") };
}

export default async function ClaimsPage({ params }: ClaimsPageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const [claims, waiting] = await Promise.all([listWaitingClaims(viewer), countWaiting(viewer)]);
  const t = getTranslator(locale, "affiliations");
  return (
    <>
      <AdminTabs
        current="claims"
        isAdministrator={canListAccounts(viewer)}
        locale={locale}
        waiting={waiting}
      />
      <PageHeader lead={t("claims.lead")} title={t("claims.title")} />
      {claims.length === 0 ? (
        <EmptyState text={t("claims.emptyText")} title={t("claims.emptyTitle")} />
      ) : (
        <ClaimList claims={claims} locale={locale} viewer={viewer} />
      )}
    </>
  );
}
