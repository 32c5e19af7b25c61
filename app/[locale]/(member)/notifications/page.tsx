import { redirect } from "next/navigation";
import { NoticeList } from "@/components/notifications/notice-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { mayRead } from "@/lib/core/auth/standing";
import { requireAccount } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { muteKindAction, unmuteKindAction } from "@/lib/notifications/actions";
import { listNotices, NOTICES_PER_PAGE, noteNoticesSeen } from "@/lib/notifications/list.queries";
import { toNoticeGroups } from "@/lib/notifications/notice-view";
import { noticesQuery } from "@/lib/notifications/schema";

export const generateMetadata = titled("notifications", "list.title");

const ACTIONS = { mute: muteKindAction, unmute: unmuteKindAction };

/** All that the reader was told; opening it takes it as seen. */
export default async function NotificationsPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const { page } = noticesQuery.parse(await searchParams);
  const viewer = await requireAccount(locale, "/notifications");
  const opened = new Date();
  const { rows, total } = await listNotices(viewer, page);
  if (rows.length === 0 && page > 1) redirect(path(locale, "/notifications"));
  noteNoticesSeen(viewer, opened);
  const t = getTranslator(locale, "notifications");
  const home = mayRead(viewer) ? "/home" : "/account";
  return (
    <>
      <PageHeader lead={t("list.lead")} title={t("list.title")} />
      {rows.length === 0 ? (
        <EmptyState
          action={<LinkButton href={path(locale, home)}>{t("list.emptyAction")}</LinkButton>}
          text={t("list.emptyText")}
          title={t("list.emptyTitle")}
        />
      ) : (
        <NoticeList actions={ACTIONS} groups={toNoticeGroups(rows, locale)} locale={locale} />
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(number) => path(locale, "/notifications", { page: String(number) })}
        page={page}
        pageCount={Math.ceil(total / NOTICES_PER_PAGE)}
      />
      <p className="mt-8">
        <a href={path(locale, "/account#mails")}>{t("list.choose")}</a>
      </p>
    </>
  );
}
