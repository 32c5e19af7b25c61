"use client";

import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import type { TalkView } from "@/lib/rooms/talk-view";
import { EmptyState } from "../ui/empty-state";
import { type LiveCopy, LivePage } from "../ui/live-page";
import { Notice } from "../ui/notice";
import { Pagination, type PaginationCopy } from "../ui/pagination";
import { type MessageCopy, MessageItem } from "./message-item";
import { roomPath } from "./room-tabs";

type TalkCopy = {
  list: string;
  empty: { title: string; text: string };
  message: MessageCopy;
  live: LiveCopy;
  pagination: PaginationCopy;
  report: string;
};

type RoomTalkProps = {
  slug: string;
  locale: Locale;
  page: number;
  start: TalkView;
  copy: TalkCopy;
  /** What the club team does about each message, by key. */
  takeDowns: Record<string, ReactNode>;
  /** The reader's own page, by which what they wrote themselves is told. */
  own: string;
};

/** What the people of a room wrote, newest first, with whom they addressed; what comes is added while one reads. */
export function RoomTalk(props: RoomTalkProps) {
  const { slug, locale, page, start, copy, takeDowns, own } = props;
  const to = roomPath(slug, "discussion");
  const source = `/api${to}?locale=${locale}&page=${page}`;
  return (
    <LivePage copy={copy.live} source={source} start={start}>
      {({ messages, closed, pageCount }) => (
        <>
          {closed && !start.closed ? (
            <Notice className="mb-8" live title={closed.title}>
              {closed.text}
            </Notice>
          ) : null}
          <div aria-label={copy.list} role="log">
            {messages.length > 0 ? (
              <>
                <h2 className="mb-3 font-semibold text-xl">{copy.list}</h2>
                <ul className="divide-y divide-hairline border-hairline border-y">
                  {messages.map((message) => (
                    <MessageItem
                      after={
                        takeDowns[message.id] ?? (
                          <ReportMessage {...{ copy, locale, message, own }} />
                        )
                      }
                      copy={copy.message}
                      key={message.id}
                      message={message}
                    />
                  ))}
                </ul>
              </>
            ) : (
              <EmptyState {...copy.empty} />
            )}
          </div>
          <Pagination
            copy={copy.pagination}
            href={(number) => path(locale, to, { page: number })}
            page={page}
            pageCount={pageCount}
          />
        </>
      )}
    </LivePage>
  );
}

type ReportMessageProps = Pick<RoomTalkProps, "copy" | "locale" | "own"> & {
  message: TalkView["messages"][number];
};

/** The way to tell the club team of what somebody else wrote. */
function ReportMessage({ copy, locale, message, own }: ReportMessageProps) {
  if (message.author.href === own) return null;
  return (
    <small>
      <a className="text-muted" href={path(locale, `/charter/report/message/${message.id}`)}>
        {copy.report}
      </a>
    </small>
  );
}
