import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { News } from "@/components/home/news";
import { TaskList } from "@/components/home/task-list";
import { UpToDate } from "@/components/home/up-to-date";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { listNewMembers } from "@/lib/directory/queries";
import { markNewsSeenAction } from "@/lib/members/actions";
import { listTasks } from "@/lib/members/dashboard-tasks";
import { shownName } from "@/lib/members/member-card";
import { getNewsSince, getOwnProfile } from "@/lib/members/queries";
import { countWaiting } from "@/lib/moderation/queries";
import { listOwnProjects, listPublishedProjects } from "@/lib/projects/queries";

type HomePageProps = { params: Promise<{ locale: string }> };

const ALL_PROJECTS = { q: "", type: null, sectors: [], cities: [], page: 1 };

export async function generateMetadata({ params }: HomePageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "home");
  return { title: t("title"), robots: { index: false } };
}

export default async function HomePage({ params }: HomePageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/home");
  const [profile, own, waiting, since] = await Promise.all([
    getOwnProfile(viewer),
    listOwnProjects(viewer),
    countWaiting(viewer),
    getNewsSince(viewer),
  ]);
  const ownSlugs = new Set(own.map(({ slug }) => slug));
  const [members, published] = await Promise.all([
    listNewMembers(viewer, since, locale),
    listNewProjects(viewer, since),
  ]);
  const projects = published.filter(({ slug }) => !ownSlugs.has(slug));
  const hasNews = members.total + projects.length > 0;
  const tasks = listTasks({ profile, projects: own, waiting }, locale);
  const name = profile ? shownName(profile, locale).text : viewer.name;
  const t = getTranslator(locale, "home");
  const day = formatDay(since, locale);
  return (
    <>
      <PageHeader lead={t("lead")} title={t("greeting", { name })} />
      <div className="space-y-12">
        {tasks.length > 0 ? (
          <section aria-labelledby="todo">
            <h2 className="mb-4 font-semibold text-2xl" id="todo">
              {t("todo.title")}
            </h2>
            <TaskList tasks={tasks} />
          </section>
        ) : null}
        {hasNews ? (
          <News
            form={formCopy(locale)}
            idempotencyKey={randomUUID()}
            locale={locale}
            markSeen={markNewsSeenAction}
            members={members}
            projects={projects}
            since={day}
          />
        ) : null}
        <UpToDate
          text={hasNews ? t("done.textAfterNews", { day }) : t("done.text", { day })}
          title={hasNews ? t("done.titleAfterNews") : t("done.title")}
        >
          <LinkButton href={path(locale, "/projects")} variant="secondary">
            {t("done.projects")}
          </LinkButton>
          <LinkButton href={path(locale, "/members")} variant="secondary">
            {t("done.members")}
          </LinkButton>
        </UpToDate>
      </div>
    </>
  );
}

/** The newest published projects that the reader has not seen announced yet. */
async function listNewProjects(viewer: Viewer, since: Date) {
  const { cards } = await listPublishedProjects(viewer, ALL_PROJECTS);
  return cards.filter(({ publishedAt }) => publishedAt !== null && publishedAt > since);
}
