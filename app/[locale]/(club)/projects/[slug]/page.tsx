import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RevisionPanel } from "@/components/entries/revision-panel";
import { InterestDoor } from "@/components/interests/interest-door";
import { BehindAcceptance } from "@/components/projects/behind-acceptance";
import { OutcomePrompt } from "@/components/projects/outcome-prompt";
import { ProjectBand } from "@/components/projects/project-band";
import { listTexts, ProjectBody } from "@/components/projects/project-body";
import { ProjectFacts } from "@/components/projects/project-facts";
import { ProjectHead } from "@/components/projects/project-head";
import { ProjectOwner } from "@/components/projects/project-owner";
import { ProjectPanel } from "@/components/projects/project-panel";
import { RenewalPanel } from "@/components/projects/renewal-panel";
import { ShareSection } from "@/components/projects/share-section";
import { ProjectNews } from "@/components/rooms/project-news";
import { RoomDoor } from "@/components/rooms/room-door";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { coverOf } from "@/lib/entries/files/cover";
import { getAround } from "@/lib/interests/around-project.queries";
import { archiveProjectAction, withdrawProjectAction } from "@/lib/interests/ending.actions";
import { countReceived } from "@/lib/interests/waiting.queries";
import {
  askQuestionAction,
  renewProjectAction,
  reopenProjectAction,
  setFileLevelAction,
  withdrawRevisionAction,
} from "@/lib/projects/actions";
import { getOwnOutcome } from "@/lib/projects/outcomes/queries";
import { getOwnProject, type OwnProject } from "@/lib/projects/owned.queries";
import { PROJECTS } from "@/lib/projects/project";
import { getProject, type ProjectPage as Project } from "@/lib/projects/queries";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { returnToRoomAction } from "@/lib/rooms/actions";
import { codeHref } from "@/lib/share-pictures/code-address";
import { publicMetadata } from "../../../(public)/public-metadata";
import { Keep } from "../../../keep";
import { Report, TakeDown, underEach } from "../../../take-down";
import { wayBack } from "../../../way-back";
import { EntryFiles } from "../../entry-files";
import { EntryQuestions } from "../../entry-questions";
import { TranslateSection } from "../../entry-translate-section";

/** Read once for the page and its head. */
const findProject = cache(async (slug: string) => {
  return (await getProject(await getViewer(), slug)) ?? notFound();
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { teaser } = await findProject(slug);
  const { title, originalLocale } = teaser;
  return publicMetadata({
    locale,
    to: `/projects/${slug}`,
    swatch: { weave: PROJECTS.weave, seed: teaser.seed },
    title:
      pickText(title, locale, originalLocale)?.text ??
      getTranslator(locale, "projects")("untitled"),
    description: pickText(teaser.teaser, locale, originalLocale)?.text ?? "",
  });
}

export default async function ProjectPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const project = await findProject(slug);
  const { teaser, full, isOwn } = project;
  const viewer = await getViewer();
  const entry = { entryKind: PROJECTS.kind, slug };
  const inSight = await getProjectInSight(viewer, slug);
  const opened = new Date();
  const [around, own] = await Promise.all([
    getAround(viewer, slug, inSight, locale),
    isOwn && viewer ? getOwnProject(viewer, slug, locale) : null,
  ]);
  const { questions, files, notes, ownOffers, updates, approach, door } = around;
  return (
    <>
      <ProjectHead
        back={await wayBack(locale, "/projects")}
        cover={coverOf(files, entry)}
        locale={locale}
        note={notes.teaser}
        teaser={teaser}
      />
      <ProjectBand full={full} locale={locale} teaser={teaser} />
      <TakeDown kind="project" locale={locale} thing={project} viewer={viewer} />
      {own && viewer ? (
        <OwnerPanels isHidden={project.isHidden} locale={locale} project={own} viewer={viewer} />
      ) : null}
      {approach && viewer ? (
        <InterestDoor approach={approach} locale={locale} viewer={viewer} />
      ) : null}
      {inSight ? <Keep kind="project" locale={locale} thing={inSight} viewer={viewer} /> : null}
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          {full ? (
            <ProjectBody
              locale={locale}
              notes={notes}
              project={{ ...full, originalLocale: teaser.originalLocale }}
              stale={teaser.stale}
            />
          ) : (
            <NoText locale={locale} slug={slug} viewer={viewer} />
          )}
          <EntryFiles
            {...{ entry, locale, viewer, files }}
            asked={await searchParams}
            setLevel={setFileLevelAction}
          />
          <EntryQuestions
            {...{ entry, locale, viewer, questions, opened }}
            ask={askQuestionAction}
          />
          <TranslateSection
            isOwn={isOwn}
            locale={locale}
            noun={PROJECTS}
            ownOffers={ownOffers}
            slug={slug}
            texts={[teaser.title, teaser.teaser, ...(full ? listTexts(full) : [])]}
            viewer={viewer}
          />
          <ProjectNews
            locale={locale}
            takeDowns={await underEach(viewer, "update", updates, locale)}
            updates={updates}
          />
        </div>
        <Aside door={door} locale={locale} own={own} project={project} viewer={viewer} />
      </div>
      <Report kind="project" locale={locale} thing={project} viewer={viewer} />
    </>
  );
}

type AsideProps = {
  project: Project;
  door: Awaited<ReturnType<typeof getAround>>["door"];
  own: OwnProject | null;
  viewer: Viewer | null;
  locale: Locale;
};

/** Beside the text: the room, what came of it, who proposes it, the facts, and its address to hand on. */
async function Aside({ project, door, own, viewer, locale }: AsideProps) {
  const { teaser, full, owner, isOwn } = project;
  const { slug } = teaser;
  const isForMembers = isOwn || mayRead(viewer);
  const isOnline = (!own || own.moderation === "published") && !project.isHidden;
  const outcome = own && viewer ? await getOwnOutcome(viewer, slug) : null;
  return (
    <div className="space-y-6">
      {door ? (
        <RoomDoor comeBack={returnToRoomAction} door={door} locale={locale} slug={slug} />
      ) : null}
      {outcome ? <OutcomePrompt locale={locale} project={outcome} /> : null}
      {isForMembers ? <ProjectOwner locale={locale} own={own} owner={owner} /> : null}
      <ProjectFacts
        full={full}
        isForMembers={isForMembers}
        isOnline={isOnline}
        locale={locale}
        teaser={teaser}
      />
      {isOnline ? (
        <ShareSection
          address={new URL(path(locale, `/projects/${slug}`), env().APP_ORIGIN).href}
          code={codeHref(locale, `/projects/${slug}`)}
          locale={locale}
          teaser={teaser}
        />
      ) : null}
    </div>
  );
}

type NoTextProps = { viewer: Viewer | null; locale: Locale; slug: string };

/** What stands in the place of a text that is not open to the reader. */
function NoText({ viewer, locale, slug }: NoTextProps) {
  if (mayRead(viewer)) return <BehindAcceptance locale={locale} />;
  const t = getTranslator(locale, "projects");
  return (
    <VisitorInvitation
      isSignedIn={viewer !== null}
      locale={locale}
      next={`/projects/${slug}`}
      text={t("invitation.project.text")}
      title={t("invitation.project.title")}
    />
  );
}

type OwnerPanelsProps = { isHidden: boolean; locale: Locale; project: OwnProject; viewer: Viewer };

/** What only its owner sees above the project. */
async function OwnerPanels({ isHidden, locale, project, viewer }: OwnerPanelsProps) {
  return (
    <>
      <ProjectPanel
        actions={{
          withdraw: withdrawProjectAction,
          reopen: reopenProjectAction,
          archive: archiveProjectAction,
        }}
        isHidden={isHidden}
        locale={locale}
        project={project}
        received={(await countReceived(viewer, [project.id])).get(project.id) ?? 0}
        viewer={viewer}
      />
      {isHidden ? null : (
        <RenewalPanel
          action={renewProjectAction}
          locale={locale}
          project={project}
          viewer={viewer}
        />
      )}
      <RevisionPanel
        locale={locale}
        noun={PROJECTS}
        own={project}
        viewer={viewer}
        withdraw={withdrawRevisionAction}
      />
    </>
  );
}
