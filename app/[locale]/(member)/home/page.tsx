import { randomUUID } from "node:crypto";
import { LapsedNotice } from "@/components/accounts/lapsed-notice";
import { News } from "@/components/dashboard/news";
import { Suggested } from "@/components/dashboard/suggested";
import { TaskList } from "@/components/dashboard/task-list";
import { UpToDate } from "@/components/dashboard/up-to-date";
import { NextEvents } from "@/components/events/next-events";
import { Announcements } from "@/components/mailings/announcements";
import { UnseenNotices } from "@/components/notifications/unseen-notices";
import { ZoneAsk } from "@/components/notifications/zone-ask";
import { SleepingRoleNotice } from "@/components/second-factor/sleeping-role-notice";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { confirmActivityAction } from "@/lib/activities/actions";
import { requireMember } from "@/lib/core/auth/viewer";
import { viewerName } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getHome } from "@/lib/dashboard/home.queries";
import { listTasks } from "@/lib/dashboard/tasks";
import { dismissAnnouncementAction } from "@/lib/mailings/actions";
import { markNewsSeenAction } from "@/lib/members/actions";
import { countWaiting } from "@/lib/moderation/queries";
import { chooseRhythmAction } from "@/lib/notifications/actions";
import { toNoticeGroups } from "@/lib/notifications/notice-view";

export const generateMetadata = titled("home", "title");

export default async function HomePage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/home");
  const [waiting, { said, told, situation, since, readAt, news, matches, people, events }] =
    await Promise.all([countWaiting(viewer), getHome(viewer, locale)]);
  const hasNews = Object.values(news).some(({ total }) => total > 0);
  const tasks = listTasks({ ...situation, waiting }, locale);
  const name = viewerName(viewer, locale);
  const t = getTranslator(locale, "home");
  const form = formCopy(locale);
  const day = formatDay(since, locale);
  return (
    <>
      <PageHeader lead={t("lead")} title={t("greeting", { name })} />
      <SleepingRoleNotice
        href={path(locale, "/account/second-factor")}
        locale={locale}
        viewer={viewer}
      />
      <LapsedNotice href={path(locale, "/account")} locale={locale} viewer={viewer} />
      {viewer.timeZone === null ? <ZoneAsk action={chooseRhythmAction} locale={locale} /> : null}
      <div className="space-y-12">
        <Announcements dismiss={dismissAnnouncementAction} locale={locale} said={said} />
        <UnseenNotices groups={toNoticeGroups(told, locale)} locale={locale} />
        {tasks.length > 0 ? (
          <section aria-labelledby="todo">
            <h2 className="mb-4 font-semibold text-2xl" id="todo">
              {t("todo.title")}
            </h2>
            <TaskList
              confirming={{
                action: confirmActivityAction,
                form,
                word: t("todo.confirmNow"),
                keyOf: () => randomUUID(),
              }}
              locale={locale}
              tasks={tasks}
            />
          </section>
        ) : null}
        {events.length > 0 ? (
          <section aria-labelledby="events">
            <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
              <h2 className="font-semibold text-2xl" id="events">
                {t("events.title")}
              </h2>
              <a href={path(locale, "/events")}>{t("events.all")}</a>
            </div>
            <NextEvents events={events} locale={locale} />
          </section>
        ) : null}
        <Suggested locale={locale} matches={matches} people={people} />
        {hasNews ? (
          <News
            locale={locale}
            markSeen={markNewsSeenAction}
            news={news}
            since={day}
            until={readAt}
          />
        ) : null}
        <UpToDate
          text={hasNews ? t("done.textAfterNews", { day }) : t("done.text", { day })}
          title={hasNews ? t("done.titleAfterNews") : t("done.title")}
        >
          {(["activities", "projects", "members"] as const).map((room) => (
            <LinkButton href={path(locale, `/${room}`)} key={room} variant="secondary">
              {t(`done.${room}`)}
            </LinkButton>
          ))}
        </UpToDate>
      </div>
    </>
  );
}
