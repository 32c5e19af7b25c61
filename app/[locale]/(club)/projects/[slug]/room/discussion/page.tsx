import { MessageForm } from "@/components/rooms/message-form";
import { MessageList } from "@/components/rooms/message-list";
import { RoomFrame } from "@/components/rooms/room-frame";
import { roomPath } from "@/components/rooms/room-tabs";
import { Pagination } from "@/components/ui/pagination";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { postMessageAction } from "@/lib/rooms/actions";
import { listMessages } from "@/lib/rooms/discussion.queries";
import { MESSAGES_PER_PAGE } from "@/lib/rooms/room-limits";
import { takeDownsOf } from "../../../../../take-down";
import { type RoomParams, readRoom, roomMetadata } from "../read-room";

type DiscussionPageProps = {
  params: RoomParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = ({ params }: DiscussionPageProps) =>
  roomMetadata(params, "discussion");

const pageOf = (asked: unknown) =>
  typeof asked === "string" && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;

export default async function DiscussionPage({ params, searchParams }: DiscussionPageProps) {
  const locale = await pageLocale(params);
  const page = pageOf((await searchParams).page);
  const { viewer, room } = await readRoom(locale, (await params).slug, "discussion");
  const { messages, total } = await listMessages(viewer, room.id, locale, page);
  return (
    <RoomFrame locale={locale} room={room} tab="discussion" viewer={viewer}>
      <div className="max-w-3xl space-y-10">
        {page === 1 ? (
          <MessageForm action={postMessageAction} locale={locale} room={room} viewer={viewer} />
        ) : null}
        <MessageList
          locale={locale}
          messages={messages}
          takeDowns={await takeDownsOf(viewer, "message", messages, locale)}
        />
        <Pagination
          copy={paginationCopy(locale)}
          href={(to) => path(locale, roomPath(room.slug, "discussion"), { page: to })}
          page={page}
          pageCount={Math.ceil(total / MESSAGES_PER_PAGE)}
        />
      </div>
    </RoomFrame>
  );
}
