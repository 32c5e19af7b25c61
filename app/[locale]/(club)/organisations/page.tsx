import type { Metadata } from "next";
import { TooManyPages } from "@/components/members/too-many-pages";
import { TwoSides } from "@/components/organisations/two-sides";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { LinkButton } from "@/components/ui/link-button";
import { LiveList } from "@/components/ui/live-list";
import { PageHeader } from "@/components/ui/page-header";
import { getViewer } from "@/lib/core/auth/viewer";
import { isActiveMember } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listCopy } from "@/lib/core/i18n/ui-copy";
import { searchOf } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { listOrganisations } from "@/lib/organisations/listing.queries";
import {
  organisationQuery,
  readOrganisationFilters,
} from "@/lib/organisations/organisation-filters";
import {
  organisationCardCopy,
  toOrganisationListView,
  toSideView,
} from "@/lib/organisations/organisation-list-view";
import { publicMetadata } from "../../(public)/public-metadata";

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const locale = await pageLocale(props.params);
  const { side } = readOrganisationFilters(await props.searchParams);
  const t = getTranslator(locale, "organisations");
  const to = side ? `/organisations?side=${side}` : "/organisations";
  const title = side ? t(`tabs.${side}`) : t("title");
  const description = side ? t(`list.leads.${side}`) : t("list.lead");
  return publicMetadata({ locale, to, title, description });
}

export default async function OrganisationsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const filters = readOrganisationFilters(await searchParams);
  const viewer = await getViewer();
  const refusal = viewer ? await spendDirectoryPage(viewer, locale) : null;
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const list = await listOrganisations(viewer, filters, locale);
  const view = toOrganisationListView(list, { filters, isVisitor: viewer === null, locale });
  const search = searchOf(path(locale, "/organisations", organisationQuery(filters)));
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
      <LiveList
        above={
          list.columns && list.total > 0 ? (
            <TwoSides
              sides={list.columns.map((column) => toSideView(column, locale))}
              title={t("sides.title")}
            />
          ) : undefined
        }
        copy={organisationsCopy(locale)}
        key={search}
        locale={locale}
        start={{ search, view }}
        to="/organisations"
      >
        {viewer ? null : (
          <VisitorInvitation
            locale={locale}
            next="/organisations"
            text={t("invitation.list.text")}
            title={t("invitation.list.title")}
          />
        )}
      </LiveList>
    </>
  );
}

function organisationsCopy(locale: Locale) {
  const t = getTranslator(locale, "organisations");
  return {
    list: listCopy(locale),
    card: organisationCardCopy(locale),
    tabs: t("tabs.label"),
    form: {
      action: path(locale, "/organisations"),
      label: t("filters.label"),
      search: t("filters.search"),
      searchHint: t("filters.searchHint"),
    },
  };
}
