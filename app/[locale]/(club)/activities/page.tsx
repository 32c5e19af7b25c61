import type { Metadata } from "next";
import { ActivityFiltersForm } from "@/components/activities/activity-filters-form";
import { ActivityResults } from "@/components/activities/activity-results";
import { ActivityTabs, type ActivityView } from "@/components/activities/activity-tabs";
import { ActivityTotals } from "@/components/activities/activity-totals";
import { OwnActivities } from "@/components/activities/own-activities";
import { TooManyPages } from "@/components/members/too-many-pages";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { confirmActivityAction } from "@/lib/activities/actions";
import { type ActivityFilters, readActivityFilters } from "@/lib/activities/activity-filters";
import { canAddActivity } from "@/lib/activities/policy";
import { listActivities, listActivityTotals, listOwnActivities } from "@/lib/activities/queries";
import { getViewer, requireAccount } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { spendDirectoryPage } from "@/lib/directory/page-limit";
import { publicMetadata } from "../../(public)/public-metadata";

type Asked = Record<string, string | string[] | undefined>;

type ActivitiesPageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> };

function viewOf(asked: Asked): ActivityView {
  if (asked.mine) return "mine";
  return asked.view === "totals" ? "totals" : "all";
}

const WORDS = {
  all: { title: "title", lead: "list.lead" },
  totals: { title: "totals.title", lead: "totals.lead" },
  mine: { title: "mine.title", lead: "mine.lead" },
} as const;

export async function generateMetadata(props: ActivitiesPageProps): Promise<Metadata> {
  const locale = await pageLocale(props.params);
  const t = getTranslator(locale, "activities");
  const view = viewOf(await props.searchParams);
  const title = t(WORDS[view].title);
  if (view === "mine") return { title, robots: { index: false } };
  const to = view === "totals" ? "/activities?view=totals" : "/activities";
  return publicMetadata({ locale, to, title, description: t(WORDS[view].lead) });
}

export default async function ActivitiesPage({ params, searchParams }: ActivitiesPageProps) {
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
  return (
    <div className="grid gap-8 lg:grid-cols-[16rem_1fr]">
      <ActivityFiltersForm facets={list.facets} filters={filters} locale={locale} />
      <div className="min-w-0 space-y-8">
        <ActivityResults filters={filters} list={list} locale={locale} />
        {viewer ? null : (
          <VisitorInvitation
            locale={locale}
            next="/activities"
            text={t("invitation.list.text")}
            title={t("invitation.list.title")}
          />
        )}
      </div>
    </div>
  );
}
