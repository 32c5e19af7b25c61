import type { Metadata } from "next";
import { MemberDirectory } from "@/components/members/member-directory";
import { TooManyPages } from "@/components/members/too-many-pages";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { directoryQuery } from "@/lib/directory/directory-address";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { toDirectoryView } from "@/lib/directory/directory-view";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { listMembers } from "@/lib/directory/queries";
import { memberCardCopy } from "@/lib/members/member-card-copy";

type MembersPageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: MembersPageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "members");
  return { title: t("directory.title"), robots: { index: false } };
}

export default async function MembersPage({ params, searchParams }: MembersPageProps) {
  const locale = await pageLocale(params);
  const filters = readDirectoryFilters(await searchParams);
  const search = path(locale, "/members", directoryQuery(filters)).split("?")[1] ?? "";
  const viewer = await requireMember(locale, search ? `/members?${search}` : "/members");
  const refusal = await spendDirectoryPage(viewer, locale);
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const t = getTranslator(locale, "members");
  const view = toDirectoryView(await listMembers(viewer, filters, locale), filters, locale);
  return (
    <>
      <PageHeader lead={t("directory.lead")} title={t("directory.title")} />
      <MemberDirectory
        copy={directoryCopy(locale)}
        key={search}
        locale={locale}
        start={{ search, view }}
      />
    </>
  );
}

function directoryCopy(locale: Locale) {
  const t = getTranslator(locale, "members");
  const ui = getTranslator(locale, "ui");
  return {
    form: {
      label: t("directory.search"),
      search: t("directory.search"),
      searchHint: t("directory.searchHint"),
      sectors: t("directory.sectors"),
      cities: t("directory.cities"),
      sort: t("directory.sort"),
      sorts: [
        { value: "name", label: t("directory.sortName") },
        { value: "recent", label: t("directory.sortRecent") },
      ],
      apply: ui("filters.apply"),
    },
    results: {
      title: t("directory.results"),
      similar: t("directory.similar"),
      inForce: t("directory.inForce"),
      removeFilter: ui("filters.remove"),
      clear: ui("filters.clear"),
      unavailable: ui("filters.unavailable"),
      card: memberCardCopy(locale),
      pagination: paginationCopy(locale),
    },
  };
}
