import { referenceLabel } from "@/db/reference/lists";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RoomPage } from "@/lib/rooms/queries";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";
import { RoomName } from "./room-name";
import { type RoomPersonActions, RoomPersonControls } from "./room-person-controls";

type RoomPeopleProps = {
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  /** Without them, the list is only read. */
  actions?: RoomPersonActions;
};

/** Everybody in a room with their roles; a lead acts on each. */
export function RoomPeople({ room, viewer, locale, actions }: RoomPeopleProps) {
  const t = getTranslator(locale, "rooms");
  return (
    <ul aria-label={t("people.list")} className="divide-y divide-hairline border-hairline border-y">
      {room.people.map((person) => (
        <li className="py-3" key={person.memberId}>
          <div className="flex items-center gap-3">
            <Face face={person.name?.face} />
            <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <RoomName locale={locale} person={person} />
              <Badge tone={person.role === "lead" ? "info" : "neutral"}>
                {referenceLabel("roomRoles", person.role, locale)}
              </Badge>
              {person.isSelf ? <Badge>{t("self")}</Badge> : null}
            </div>
          </div>
          {actions ? (
            <>
              <p className="text-muted text-sm">
                {t("people.since", { day: formatDay(person.joinedAt, locale) })}
              </p>
              <RoomPersonControls
                actions={actions}
                locale={locale}
                person={person}
                room={room}
                viewer={viewer}
              />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
