import type { ReactNode } from "react";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { isFinalProgress } from "@/lib/projects/policy";
import { canDiscuss } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { closedWords } from "@/lib/rooms/talk-view";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { Notice } from "../ui/notice";
import { PageHeader } from "../ui/page-header";
import { TabsNav } from "../ui/tabs-nav";
import { ROOM_TABS, type RoomTab, roomPath } from "./room-tabs";

type RoomFrameProps = {
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  tab: RoomTab;
  children: ReactNode;
};

/** The head of every page of a room: which project, the parts of the room, and why one may not write in it. */
export function RoomFrame({ room, viewer, locale, tab, children }: RoomFrameProps) {
  const t = getTranslator(locale, "rooms");
  const { slug, title, closedAt, isPublished } = room;
  const up = isPublished
    ? { label: t("back"), href: path(locale, `/projects/${slug}`) }
    : { label: t("mineBack"), href: path(locale, "/projects?mine=1") };
  const isOver = tab === "overview" && isFinalProgress(room.progress) && canDiscuss(viewer, room);
  const said = closedAt
    ? closedWords(closedAt, locale)
    : isOver && { title: t("over.title"), text: t("over.text") };
  return (
    <>
      <PageHeader
        before={<Breadcrumbs items={[up]} label={getTranslator(locale, "ui")("breadcrumbs")} />}
        eyebrow={t("title")}
        lead={tab === "overview" ? t("lead") : undefined}
        title={
          title ? (
            <span dir="auto" lang={LANGUAGE_TAG[title.lang]}>
              {title.text}
            </span>
          ) : (
            t("untitled")
          )
        }
      />
      <TabsNav
        label={t("tabs.label")}
        tabs={ROOM_TABS.map((one) => ({
          label: t(`tabs.${one}`),
          href: path(locale, roomPath(slug, one)),
          current: one === tab,
        }))}
      />
      {said ? (
        <Notice className="mb-8" title={said.title}>
          {said.text}
        </Notice>
      ) : null}
      {closedAt === null && !canDiscuss(viewer, room) ? (
        <Notice className="mb-8">{t("readOnly")}</Notice>
      ) : null}
      {children}
    </>
  );
}
