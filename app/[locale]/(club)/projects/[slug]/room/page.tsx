import { ProjectOffer } from "@/components/rooms/project-offer";
import { RoomFrame } from "@/components/rooms/room-frame";
import { RoomOverview } from "@/components/rooms/room-overview";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { acceptOfferAction, declineOfferAction } from "@/lib/rooms/actions";
import { readMessages } from "@/lib/rooms/discussion.queries";
import { listDocuments } from "@/lib/rooms/documents.queries";
import { getLeftText } from "@/lib/rooms/left-text.queries";
import { listMilestones } from "@/lib/rooms/milestones.queries";
import { noteRoomRead } from "@/lib/rooms/unread.queries";
import { listUpdates } from "@/lib/rooms/updates.queries";
import { readRoom, roomMetadata } from "./read-room";

type RoomPageProps = PageProps<"slug">;

/** As many of each that was told, brought or written last. */
const LATEST = 2;

export const generateMetadata = ({ params }: RoomPageProps) => roomMetadata(params, "overview");

export default async function RoomPage({ params }: RoomPageProps) {
  const locale = await pageLocale(params);
  const { viewer, room } = await readRoom(locale, (await params).slug, "overview");
  const [milestones, updates, documents, messages, leftText] = await Promise.all([
    listMilestones(viewer, room.id, { isOpen: true, most: 3 }),
    listUpdates(viewer, room.id, locale, LATEST),
    listDocuments(viewer, room.id, locale),
    readMessages(viewer, room.id, locale, 1, LATEST),
    room.isOwnerGone ? getLeftText(viewer, room.id) : null,
  ]);
  noteRoomRead(viewer, room, messages);
  return (
    <RoomFrame locale={locale} room={room} tab="overview" viewer={viewer}>
      <ProjectOffer
        actions={{ accept: acceptOfferAction, decline: declineOfferAction }}
        locale={locale}
        room={room}
        text={leftText}
        viewer={viewer}
      />
      <RoomOverview
        locale={locale}
        documents={documents.slice(0, LATEST)}
        messages={messages}
        milestones={milestones}
        room={room}
        updates={updates}
        viewer={viewer}
      />
    </RoomFrame>
  );
}
