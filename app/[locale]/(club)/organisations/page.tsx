import type { Metadata } from "next";
import { TooManyPages } from "@/components/members/too-many-pages";
import { OrganisationFiltersForm } from "@/components/organisations/organisation-filters-form";
import { OrganisationResults } from "@/components/organisations/organisation-results";
import { OrganisationTabs } from "@/components/organisations/organisation-tabs";
import { TwoSides } from "@/components/organisations/two-sides";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { getViewer } from "@/lib/core/auth/viewer";
import { isActiveMember } from "@/lib/core/auth/viewer-type";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { listOrganisations } from "@/lib/organisations/listing.queries";
import { readOrganisationFilters } from "@/lib/organisations/organisation-filters";
import { publicMetadata } from "../../(public)/public-metadata";

type OrganisationsPageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(props: OrganisationsPageProps): Promise<Metadata> {
  const locale = await pageLocale(props.params);
  const { side } = readOrganisationFilters(await props.searchParams);
  const t = getTranslator(locale, "organisations");
  const to = side ? `/organisations?side=${side}` : "/organisations";
  const title = side ? t(`tabs.${side}`) : t("title");
  const description = side ? t(`list.leads.${side}`) : t("list.lead");
  return publicMetadata({ locale, to, title, description });
}

export default async function OrganisationsPage({ params, searchParams }: OrganisationsPageProps) {
  const locale = await pageLocale(params);
  const filters = readOrganisationFilters(await searchParams);
  const viewer = await getViewer();
  const refusal = viewer ? await spendDirectoryPage(viewer, locale) : null;
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const list = await listOrganisations(viewer, filters, locale);
  const { side } = filters;
  const t = getTranslator(locale, "organisations");
  return (
    <>
      <PageHeader
        actions={
          isActiveMember(viewer) ? (
            <LinkButton href={path(locale, "/organisations/new")}>{t("list.new")}</LinkButton>
          ) : undefined
        }
        lead={side ? t(`list.leads.${side}`) : t("list.lead")}
        title={side ? t(`tabs.${side}`) : t("title")}
      />
      <OrganisationTabs filters={filters} locale={locale} sides={list.sides} />
      {list.columns && list.total > 0 ? <TwoSides columns={list.columns} locale={locale} /> : null}
      <div className="grid gap-8 lg:grid-cols-[16rem_1fr]">
        <OrganisationFiltersForm facets={list.facets} filters={filters} locale={locale} />
        <div className="min-w-0 space-y-8">
          <OrganisationResults
            filters={filters}
            isVisitor={viewer === null}
            list={list}
            locale={locale}
          />
          {viewer ? null : (
            <VisitorInvitation
              locale={locale}
              next="/organisations"
              text={t("invitation.list.text")}
              title={t("invitation.list.title")}
            />
          )}
        </div>
      </div>
    </>
  );
}
