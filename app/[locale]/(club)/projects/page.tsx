import type { Metadata } from "next";
import { OwnProjects } from "@/components/projects/own-projects";
import { ProjectTabs } from "@/components/projects/project-tabs";
import { OwnRooms } from "@/components/rooms/own-rooms";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { LinkButton } from "@/components/ui/link-button";
import { LiveList } from "@/components/ui/live-list";
import { PageHeader } from "@/components/ui/page-header";
import { getViewer, requireAccount } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listCopy } from "@/lib/core/i18n/ui-copy";
import { searchOf } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { countReceived } from "@/lib/interests/waiting.queries";
import { canSeeMatches } from "@/lib/matching/policy";
import { listFirstReasons } from "@/lib/matching/queries";
import { listPublishedProjects } from "@/lib/projects/listing.queries";
import { listOwnProjects } from "@/lib/projects/owned.queries";
import { canDraftProject } from "@/lib/projects/policy";
import {
  type ProjectFilters,
  projectFilterValues,
  readProjectFilters,
} from "@/lib/projects/project-filters";
import { projectCardCopy, toProjectListView } from "@/lib/projects/project-list-view";
import { listOwnRoomInvitations } from "@/lib/rooms/invitations.queries";
import { listOwnRooms } from "@/lib/rooms/queries";
import { withWaysOn } from "@/lib/saved-searches/ways-on";
import { publicMetadata } from "../../(public)/public-metadata";

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const locale = await pageLocale(props.params);
  const t = getTranslator(locale, "projects");
  if ((await props.searchParams).mine) return { title: t("tabs.mine"), robots: { index: false } };
  const title = t("list.title");
  return publicMetadata({
    locale,
    to: "/projects",
    title,
    description: t("list.lead"),
    hasFeed: true,
  });
}

export default async function ProjectsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const asked = await searchParams;
  const viewer = asked.mine ? await requireAccount(locale, "/projects?mine=1") : await getViewer();
  const t = getTranslator(locale, "projects");
  return (
    <>
      <PageHeader
        actions={
          canDraftProject(viewer) ? (
            <LinkButton href={path(locale, "/projects/new")}>{t("list.new")}</LinkButton>
          ) : undefined
        }
        lead={asked.mine ? t("mine.lead") : t("list.lead")}
        title={asked.mine ? t("tabs.mine") : t("list.title")}
      />
      {asked.mine && viewer ? (
        <Mine locale={locale} viewer={viewer} />
      ) : (
        <Published filters={readProjectFilters(asked)} locale={locale} viewer={viewer} />
      )}
    </>
  );
}

async function Mine({ viewer, locale }: { viewer: Viewer; locale: Locale }) {
  const [projects, rooms, invitations] = await Promise.all([
    listOwnProjects(viewer),
    listOwnRooms(viewer, locale),
    listOwnRoomInvitations(viewer, locale),
  ]);
  const ids = projects.map(({ id }) => id);
  return (
    <>
      <ProjectTabs isMatched={canSeeMatches(viewer)} locale={locale} />
      <OwnRooms invitations={invitations} locale={locale} rooms={rooms} />
      <OwnProjects
        locale={locale}
        projects={projects}
        received={await countReceived(viewer, ids)}
      />
    </>
  );
}

type PublishedProps = { viewer: Viewer | null; locale: Locale; filters: ProjectFilters };

async function Published({ viewer, locale, filters }: PublishedProps) {
  const t = getTranslator(locale, "projects");
  const list = await listPublishedProjects(viewer, filters);
  const slugs = list.cards.map(({ slug }) => slug);
  const reasons = await listFirstReasons(viewer, locale, slugs);
  const isMember = Boolean(viewer?.memberId);
  const isMatched = canSeeMatches(viewer);
  const view = withWaysOn(
    toProjectListView(list, reasons, { filters, isMember, isMatched, locale }),
    viewer,
    locale,
  );
  const search = searchOf(path(locale, "/projects", projectFilterValues(filters)));
  return (
    <LiveList
      copy={projectsCopy(locale)}
      key={search}
      locale={locale}
      start={{ search, view }}
      to="/projects"
    >
      {viewer || list.total === 0 ? null : (
        <VisitorInvitation
          locale={locale}
          next="/projects"
          text={t("invitation.list.text")}
          title={t("invitation.list.title")}
        />
      )}
    </LiveList>
  );
}

function projectsCopy(locale: Locale) {
  const t = getTranslator(locale, "projects");
  return {
    list: listCopy(locale),
    card: projectCardCopy(locale),
    tabs: t("tabs.label"),
    form: {
      action: path(locale, "/projects"),
      label: t("filters.label"),
      search: t("filters.search"),
    },
  };
}
