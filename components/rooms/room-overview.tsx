import type { ReactNode } from "react";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { languageByScript } from "@/lib/core/text/foreign-words";
import { isFinalProgress } from "@/lib/projects/policy";
import type { RoomMessage } from "@/lib/rooms/discussion.queries";
import type { RoomDocument } from "@/lib/rooms/documents.queries";
import type { Milestone } from "@/lib/rooms/milestones.queries";
import { canDiscuss, canPlan } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { toTalkMessage } from "@/lib/rooms/talk-view";
import type { RoomUpdate } from "@/lib/rooms/updates.queries";
import { DocumentVersionLine } from "./document-version-line";
import { messageCopy } from "./message-copy";
import { MessageItem } from "./message-item";
import { MilestoneRow } from "./milestone-row";
import { RoomPeople } from "./room-people";
import { type RoomTab, roomPath } from "./room-tabs";
import { UpdateList } from "./update-list";

type RoomOverviewProps = {
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  milestones: Milestone[];
  updates: RoomUpdate[];
  documents: RoomDocument[];
  messages: RoomMessage[];
};

/** Where the project stands at a glance: what comes next, what was told, brought and written last, who is there. */
export function RoomOverview(props: RoomOverviewProps) {
  const { room, viewer, locale, milestones, updates, documents, messages } = props;
  const t = getTranslator(locale, "rooms");
  const copy = messageCopy(locale);
  const part = (tab: RoomTab) => path(locale, roomPath(room.slug, tab));
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
      <div className="min-w-0 space-y-10">
        <Part
          id="next"
          more={[
            part("milestones"),
            t(
              milestones.length === 0 && canPlan(viewer, room) && !isFinalProgress(room.progress)
                ? "overview.planNext"
                : "overview.allNext",
            ),
          ]}
          none={milestones.length === 0 && t("overview.noNext")}
          title={t("overview.next")}
        >
          <ul className="divide-y divide-hairline border-hairline border-y">
            {milestones.map((milestone) => (
              <MilestoneRow key={milestone.id} locale={locale} milestone={milestone} />
            ))}
          </ul>
        </Part>
        <Part
          id="news"
          more={[part("updates"), t("overview.allNews")]}
          none={updates.length === 0 && t("overview.noNews")}
          title={t("overview.news")}
        >
          <UpdateList locale={locale} room={room} updates={updates} viewer={viewer} />
        </Part>
        <Part
          id="documents"
          more={[part("documents"), t("overview.allDocuments")]}
          none={documents.length === 0 && t("overview.noDocuments")}
          title={t("overview.documents")}
        >
          <LatestDocuments documents={documents} locale={locale} slug={room.slug} />
        </Part>
        <Part
          id="messages"
          more={[
            part("discussion"),
            t(
              messages.length === 0 && canDiscuss(viewer, room)
                ? "overview.firstMessage"
                : "overview.allMessages",
            ),
          ]}
          none={messages.length === 0 && t("overview.noMessages")}
          title={t("overview.messages")}
        >
          <ul className="divide-y divide-hairline border-hairline border-y">
            {messages.map((message) => (
              <MessageItem
                copy={copy}
                isBrief
                key={message.id}
                message={toTalkMessage(message, locale)}
              />
            ))}
          </ul>
        </Part>
      </div>
      <Part
        id="people"
        more={[part("people"), t("overview.allPeople")]}
        title={t("overview.people")}
      >
        <RoomPeople locale={locale} room={room} viewer={viewer} />
      </Part>
    </div>
  );
}

type LatestDocumentsProps = { documents: RoomDocument[]; slug: string; locale: Locale };

function LatestDocuments({ documents, slug, locale }: LatestDocumentsProps) {
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {documents.map(({ id, title, versions: [newest] }) => (
        <li className="space-y-1 py-4" key={id}>
          <h3
            className="break-words font-semibold"
            dir="auto"
            lang={languageByScript(title, locale)}
          >
            {title}
          </h3>
          {newest ? <DocumentVersionLine locale={locale} slug={slug} version={newest} /> : null}
        </li>
      ))}
    </ul>
  );
}

type PartProps = {
  id: string;
  title: string;
  more: [href: string, label: string];
  /** Stands in the place of what there is nothing of. */
  none?: string | false;
  children: ReactNode;
};

function Part({ id, title, more: [href, label], none, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 className="mb-3 font-semibold text-xl" id={id}>
        {title}
      </h2>
      {none ? <p className="text-muted">{none}</p> : children}
      <p className="no-print mt-3">
        <a className="inline-block py-1 pointer-coarse:py-2.5" href={href}>
          {label}
        </a>
      </p>
    </section>
  );
}
