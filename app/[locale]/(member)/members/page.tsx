import { MemberDirectory } from "@/components/members/member-directory";
import { TooManyPages } from "@/components/members/too-many-pages";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listCopy } from "@/lib/core/i18n/ui-copy";
import { searchOf } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { directoryQuery } from "@/lib/directory/directory-address";
import { readDirectoryFilters } from "@/lib/directory/directory-filters";
import { toDirectoryView } from "@/lib/directory/directory-view";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { listMembers } from "@/lib/directory/queries";
import { memberCardCopy } from "@/lib/members/member-card-copy";
import { withWaysOn } from "@/lib/saved-searches/ways-on";

export const generateMetadata = titled("members", "directory.title");

export default async function MembersPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const filters = readDirectoryFilters(await searchParams);
  const search = searchOf(path(locale, "/members", directoryQuery(filters)));
  const viewer = await requireMember(locale, search ? `/members?${search}` : "/members");
  const refusal = await spendDirectoryPage(viewer, locale);
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const t = getTranslator(locale, "members");
  const view = withWaysOn(
    toDirectoryView(await listMembers(viewer, filters, locale), filters, locale),
    viewer,
    locale,
  );
  return (
    <>
      <PageHeader lead={t("directory.lead")} title={t("directory.title")} />
      <MemberDirectory
        copy={directoryCopy(locale)}
        key={search}
        locale={locale}
        start={{ search, view }}
        to="/members"
      />
    </>
  );
}

function directoryCopy(locale: Locale) {
  const t = getTranslator(locale, "members");
  return {
    list: listCopy(locale),
    card: memberCardCopy(locale),
    similar: t("directory.similar"),
    form: {
      action: path(locale, "/members"),
      label: t("directory.search"),
      search: t("directory.search"),
      searchHint: t("directory.searchHint"),
      sort: {
        label: t("directory.sort"),
        options: [
          { value: "name", label: t("directory.sortName") },
          { value: "recent", label: t("directory.sortRecent") },
        ],
      },
    },
  };
}
