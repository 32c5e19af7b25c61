import { InviteMember } from "@/components/rooms/invite-member";
import { OpenInvitations } from "@/components/rooms/open-invitations";
import { OwnPlace } from "@/components/rooms/own-place";
import { RoomFrame } from "@/components/rooms/room-frame";
import { RoomPeople } from "@/components/rooms/room-people";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  changeRoleAction,
  closeRoomAction,
  inviteToRoomAction,
  leaveRoomAction,
  removeFromRoomAction,
  reopenRoomAction,
  withdrawRoomInvitationAction,
} from "@/lib/rooms/actions";
import { listOpenRoomInvitations } from "@/lib/rooms/invitations.queries";
import { listKnown } from "@/lib/rooms/known.queries";
import { canLeadRoom } from "@/lib/rooms/policy";
import { readRoom, roomMetadata } from "../read-room";

type PeoplePageProps = PageProps<"slug">;

export const generateMetadata = ({ params }: PeoplePageProps) => roomMetadata(params, "people");

export default async function PeoplePage({ params }: PeoplePageProps) {
  const locale = await pageLocale(params);
  const { viewer, room } = await readRoom(locale, (await params).slug, "people");
  const invitations = await listOpenRoomInvitations(viewer, room.id, locale);
  const t = getTranslator(locale, "rooms");
  return (
    <RoomFrame locale={locale} room={room} tab="people" viewer={viewer}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <section aria-labelledby="room-people" className="min-w-0">
          <h2 className="mb-3 font-semibold text-xl" id="room-people">
            {t("people.list")}
          </h2>
          <RoomPeople
            actions={{ changeRole: changeRoleAction, remove: removeFromRoomAction }}
            locale={locale}
            room={room}
            viewer={viewer}
          />
        </section>
        <div className="min-w-0 space-y-6">
          {canLeadRoom(viewer, room) ? (
            <InviteMember
              action={inviteToRoomAction}
              known={await listKnown(viewer, room.id, locale)}
              locale={locale}
              roomId={room.id}
            />
          ) : null}
          {invitations.length > 0 ? (
            <OpenInvitations
              invitations={invitations}
              locale={locale}
              withdraw={withdrawRoomInvitationAction}
            />
          ) : null}
          <OwnPlace
            actions={{ leave: leaveRoomAction, close: closeRoomAction, reopen: reopenRoomAction }}
            locale={locale}
            room={room}
            viewer={viewer}
          />
        </div>
      </div>
    </RoomFrame>
  );
}
