import { RoomFrame } from "@/components/rooms/room-frame";
import { RoomOverview } from "@/components/rooms/room-overview";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { listMilestones } from "@/lib/rooms/milestones/queries";
import { listUpdates } from "@/lib/rooms/updates/queries";
import { type RoomParams, readRoom, roomMetadata } from "./read-room";

type RoomPageProps = { params: RoomParams };

export const generateMetadata = ({ params }: RoomPageProps) => roomMetadata(params, "overview");

export default async function RoomPage({ params }: RoomPageProps) {
  const locale = await pageLocale(params);
  const { viewer, room } = await readRoom(locale, (await params).slug, "overview");
  const [milestones, updates] = await Promise.all([
    listMilestones(viewer, room.id, { isOpen: true, most: 3 }),
    listUpdates(viewer, room.id, locale, 2),
  ]);
  return (
    <RoomFrame locale={locale} room={room} tab="overview" viewer={viewer}>
      <RoomOverview
        locale={locale}
        milestones={milestones}
        room={room}
        updates={updates}
        viewer={viewer}
      />
    </RoomFrame>
  );
}
