import { notFound } from "next/navigation";
import { PartnerContacts } from "@/components/interests/partner-contacts";
import { talkCopy } from "@/components/rooms/message-copy";
import { MessageForm } from "@/components/rooms/message-form";
import { RoomFrame } from "@/components/rooms/room-frame";
import { RoomMachine } from "@/components/rooms/room-machine";
import { RoomMails } from "@/components/rooms/room-mails";
import { RoomTalk } from "@/components/rooms/room-talk";
import { TranslateForm } from "@/components/rooms/translate-form";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { path } from "@/lib/core/paths";
import { listPartners } from "@/lib/interests/partners.queries";
import {
  chooseMachineAction,
  chooseRoomMailsAction,
  orderTranslationAction,
  postMessageAction,
} from "@/lib/rooms/actions";
import { getTalk, readMessages } from "@/lib/rooms/discussion.queries";
import { firstMessage } from "@/lib/rooms/first-words";
import { listOthersLanguages } from "@/lib/rooms/known.queries";
import { askedPage, toTalkView } from "@/lib/rooms/talk-view";
import { noteRoomRead } from "@/lib/rooms/unread.queries";
import { takeDownsOf } from "../../../../../take-down";
import { readRoom, roomMetadata } from "../read-room";

export const generateMetadata = ({ params }: PageProps<"slug">) =>
  roomMetadata(params, "discussion");

export default async function DiscussionPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const page = askedPage((await searchParams).page);
  const { viewer, room } = await readRoom(locale, (await params).slug, "discussion");
  const talk = (await getTalk(viewer, room.slug)) ?? notFound();
  const [messages, partners] = await Promise.all([
    readMessages(viewer, room.id, locale, page),
    page === 1 ? listPartners(viewer, room.slug) : [],
  ]);
  if (page === 1) noteRoomRead(viewer, room, messages);
  const isEmpty = talk.total === 0;
  const provider = chosenProvider()?.name ?? null;
  const others = isEmpty ? await listOthersLanguages(viewer, room.id) : [];
  return (
    <RoomFrame locale={locale} room={room} tab="discussion" viewer={viewer}>
      <div className="max-w-3xl space-y-10">
        <PartnerContacts isNew={talk.total === 0} locale={locale} partners={partners} />
        {page === 1 ? (
          <MessageForm
            action={postMessageAction}
            isTranslated={provider !== null}
            locale={locale}
            room={room}
            suggested={isEmpty ? firstMessage(locale, others) : undefined}
            viewer={viewer}
          />
        ) : null}
        <RoomMails action={chooseRoomMailsAction} locale={locale} room={room} />
        <RoomMachine action={chooseMachineAction} locale={locale} provider={provider} room={room} />
        {talk.machine ? (
          <TranslateForm action={orderTranslationAction} locale={locale} page={page} />
        ) : null}
        <RoomTalk
          copy={talkCopy(locale)}
          locale={locale}
          own={path(locale, `/members/${viewer.memberSlug}`)}
          page={page}
          slug={room.slug}
          start={toTalkView(talk, messages, locale)}
          takeDowns={Object.fromEntries(await takeDownsOf(viewer, "message", messages, locale))}
        />
      </div>
    </RoomFrame>
  );
}
