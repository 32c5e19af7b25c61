import type { Metadata } from "next";
import { ActivityTabs, type ActivityView } from "@/components/activities/activity-tabs";
import { ActivityTotals } from "@/components/activities/activity-totals";
import { OwnActivities } from "@/components/activities/own-activities";
import { TooManyPages } from "@/components/members/too-many-pages";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { LinkButton } from "@/components/ui/link-button";
import { LiveList } from "@/components/ui/live-list";
import { PageHeader } from "@/components/ui/page-header";
import { confirmActivityAction } from "@/lib/activities/actions";
import {
  type ActivityFilters,
  activityQuery,
  readActivityFilters,
} from "@/lib/activities/activity-filters";
import { activityCardCopy, toActivityListView } from "@/lib/activities/activity-list-view";
import { canAddActivity } from "@/lib/activities/policy";
import { listActivities, listActivityTotals, listOwnActivities } from "@/lib/activities/queries";
import { getViewer, requireAccount } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listCopy } from "@/lib/core/i18n/ui-copy";
import { searchOf } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { withWaysOn } from "@/lib/saved-searches/ways-on";
import type { Asked } from "@/lib/search/list-filters";
import { publicMetadata } from "../../(public)/public-metadata";

function viewOf(asked: Asked): ActivityView {
  if (asked.mine) return "mine";
  return asked.view === "totals" ? "totals" : "all";
}

const WORDS = {
  all: { title: "title", lead: "list.lead" },
  totals: { title: "totals.title", lead: "totals.lead" },
  mine: { title: "mine.title", lead: "mine.lead" },
} as const;

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const locale = await pageLocale(props.params);
  const t = getTranslator(locale, "activities");
  const view = viewOf(await props.searchParams);
  const title = t(WORDS[view].title);
  if (view === "mine") return { title, robots: { index: false } };
  const to = view === "totals" ? "/activities?view=totals" : "/activities";
  return publicMetadata({ locale, to, title, description: t(WORDS[view].lead) });
}

export default async function ActivitiesPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const asked = await searchParams;
  const view = viewOf(asked);
  const isMine = view === "mine";
  const viewer = isMine ? await requireAccount(locale, "/activities?mine=1") : await getViewer();
  const refusal = viewer ? await spendDirectoryPage(viewer, locale) : null;
  if (refusal) return <TooManyPages locale={locale} refusal={refusal} />;
  const t = getTranslator(locale, "activities");
  return (
    <>
      <PageHeader
        actions={
          canAddActivity(viewer) ? (
            <LinkButton href={path(locale, "/activities/new")}>{t("list.new")}</LinkButton>
          ) : undefined
        }
        lead={t(WORDS[view].lead)}
        title={t(WORDS[view].title)}
      />
      <ActivityTabs current={view} isMember={Boolean(viewer?.memberId)} locale={locale} />
      {view === "all" ? (
        <Listed filters={readActivityFilters(asked)} locale={locale} viewer={viewer} />
      ) : null}
      {view === "totals" ? (
        <ActivityTotals locale={locale} totals={await listActivityTotals(viewer, locale)} />
      ) : null}
      {isMine && viewer ? (
        <OwnActivities
          activities={await listOwnActivities(viewer, locale)}
          confirm={canAddActivity(viewer) ? confirmActivityAction : null}
          locale={locale}
        />
      ) : null}
    </>
  );
}

type ListedProps = { viewer: Viewer | null; locale: Locale; filters: ActivityFilters };

async function Listed({ viewer, locale, filters }: ListedProps) {
  const t = getTranslator(locale, "activities");
  const list = await listActivities(viewer, filters, locale);
  const view = withWaysOn(toActivityListView(list, filters, locale), viewer, locale);
  const search = searchOf(path(locale, "/activities", activityQuery(filters)));
  return (
    <LiveList
      copy={activitiesCopy(locale)}
      key={search}
      locale={locale}
      start={{ search, view }}
      to="/activities"
    >
      {viewer ? null : (
        <VisitorInvitation
          locale={locale}
          next="/activities"
          text={t("invitation.list.text")}
          title={t("invitation.list.title")}
        />
      )}
    </LiveList>
  );
}

function activitiesCopy(locale: Locale) {
  const t = getTranslator(locale, "activities");
  return {
    list: listCopy(locale),
    card: activityCardCopy(locale),
    form: {
      action: path(locale, "/activities"),
      label: t("filters.label"),
      search: t("filters.search"),
      searchHint: t("filters.searchHint"),
      sort: {
        label: t("filters.sort"),
        options: [
          { value: "confirmed", label: t("filters.sortConfirmed") },
          { value: "organisation", label: t("filters.sortOrganisation") },
        ],
      },
    },
  };
}
