import type { SubjectType } from "@/db/enums";

/** How things stand when a line is read. */
export type Standing = {
  /** Of the project, that everything but the organisation hangs on. */
  project: "online" | "taken-down" | "withdrawn" | "owner-suspended" | "owner-erased";
  organisation: "members" | "self" | "taken-down";
  /** The reader's membership. */
  isActive: boolean;
  role: "member" | "moderator" | "administrator";
  isOwner: boolean;
  /** The other side of the interest. */
  isSender: boolean;
  /** Others come upon that side: it has not been suspended. */
  isSenderHere: boolean;
  /** In the room, or asked into it. */
  isInRoom: boolean;
  isManager: boolean;
};

/** What the people of an organisation do is told of to whoever manages it alone. */
const OF_MANAGERS = [
  "affiliationRequested",
  "invitationAccepted",
  "invitationDeclined",
  "personLeft",
];

/** Whether a line is read, said without looking at how the list is asked. */
export function isRead(kind: string, type: SubjectType, on: Standing): boolean {
  const isErased = on.project === "owner-erased";
  // Their notices went with them.
  if (isErased && on.isOwner) return false;
  const isTeam = on.isActive && on.role !== "member";
  const isProjectOpen =
    on.isOwner ||
    (on.isActive && on.project === "online") ||
    (isTeam && (on.project === "taken-down" || on.project === "owner-suspended"));
  const isTitleOpen = on.isOwner || on.project !== "taken-down";
  switch (type) {
    case "account":
    case "activity":
    case "application":
    case "report":
      return true;
    case "project":
      return isProjectOpen;
    case "revision":
      return kind === "translationPublished" ? isProjectOpen : on.isOwner;
    case "interest":
      return on.isActive && (on.isOwner ? on.isSenderHere : on.isSender && isTitleOpen);
    case "introduction": {
      const isOtherHere = on.isOwner ? on.isSenderHere : on.project !== "owner-suspended";
      return on.isActive && !isErased && (on.isOwner || on.isSender) && isOtherHere;
    }
    case "room":
      return (
        on.isActive && ((on.isInRoom && isTitleOpen) || (kind === "roomRemoved" && isProjectOpen))
      );
    case "organisation": {
      if (!on.isActive || (OF_MANAGERS.includes(kind) && !on.isManager)) return false;
      if (on.isManager || on.role === "administrator") return true;
      return on.organisation === "members" || (on.organisation === "taken-down" && isTeam);
    }
    case "ask":
    case "experience":
      if (isErased) return false;
      return on.isOwner || (on.isActive && (on.project !== "owner-suspended" || isTeam));
    default:
      // Of the club, whoever keeps them: they go with nobody's membership, and are kept by nobody who is suspended.
      return on.isActive;
  }
}
