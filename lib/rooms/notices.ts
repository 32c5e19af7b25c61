import type { RoomRole } from "@/db/enums";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import { titleFact } from "@/lib/entries/entry-names";
import { type NamedMember, personFact } from "@/lib/members/member-card";
import { PROJECTS } from "@/lib/projects/project";
import type { RoomRoster } from "./roster.queries";

/**
 * `one` is whom the event is about or who invited them; `others` are the people of the room but those who know; `readers`
 * are those who hear that something was written, not what.
 */
type Hearer = "one" | "others" | "hosts" | "readers";

/** Who hears what happens in a room. Who comes in while it opens again is told of to `hosts`, once for both. */
const NOTICES: NoticeTable<Hearer> = {
  "room.reopened": { others: "roomReopened", hosts: "roomReopenedWith" },
  "room.closed": { others: "roomClosed" },
  "room.person-added": { others: "roomPersonJoined" },
  "room.owner-returned": { others: "roomPersonJoined" },
  "room.role-changed": { one: "roomLead" },
  "room.person-removed": { one: "roomRemoved" },
  "room.left": { others: "roomPersonLeft" },
  "room.message-posted": { others: "roomMention", readers: "roomMessages" },
  "room.invitation-sent": { one: "roomInvitation" },
  "room.invitation-accepted": { one: "roomInvitationAccepted", others: "roomPersonJoined" },
  "room.invitation-declined": { one: "roomInvitationDeclined" },
  "room.project-over": { others: "roomProjectOver" },
  "room.owner-gone": { others: "projectOwnerGone" },
  "room.project-offered": { one: "projectOffered" },
  "room.project-taken-over": { others: "projectTakenOver" },
};

type Told = {
  one?: string;
  others?: readonly string[];
  hosts?: readonly string[];
  readers?: readonly string[];
  /** The member it speaks of, in the reader's script; none where it names nobody. */
  about?: NamedMember;
  role?: RoomRole;
  words?: string;
  /** Whoever hears of it is out of the room, and reads no more of its project. */
  isOver?: boolean;
  /** What it opens; the room unless told otherwise. */
  to?: string;
};

type Room = Pick<RoomRoster, "id" | "slug" | "ownerId" | "title" | "toldTitle" | "originalLocale"> &
  Partial<Pick<RoomRoster, "isHidden">>;

/** Tells members of a room, each once. The project's owner reads its title as it is, the others as it was last online. */
export function tellOfRoom(
  room: Room,
  { one, others = [], hosts = [], readers = [], ...told }: Told,
) {
  const { about, role, isOver, words = "", to = `/projects/${room.slug}/room` } = told;
  const titleFor = (memberId: string) =>
    titleFact(
      PROJECTS,
      memberId === room.ownerId ? room.title : room.toldTitle,
      room.originalLocale,
    );
  const named = {
    person: about ? personFact(about) : "",
    role: role ? ({ label: role, list: "roomRoles" } as const) : "",
    words,
    to,
  };
  const asMembers = (ids: readonly string[]) => ids.map((memberId) => ({ memberId }));
  return tellBy(NOTICES, {
    people: {
      one: asMembers(one ? [one] : []),
      others: asMembers(others),
      hosts: asMembers(hosts),
      readers: asMembers(readers),
    },
    facts: (who, recipient) => ({
      project: titleFor("memberId" in recipient ? recipient.memberId : ""),
      ...(who === "readers" ? { count: "1", to } : named),
    }),
    thing: (_who, recipient) =>
      (room.isHidden || isOver) && !("memberId" in recipient && recipient.memberId === room.ownerId)
        ? "reader"
        : { subjectType: "room", subjectId: room.id },
  });
}

/** The people of a room, save some. */
export const othersIn = ({ people }: RoomRoster, ...some: (string | null | undefined)[]) =>
  people.map(({ memberId }) => memberId).filter((memberId) => !some.includes(memberId));
