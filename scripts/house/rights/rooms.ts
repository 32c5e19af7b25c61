import { MEMBERSHIP_STATUSES, REQUEST_STATES, ROOM_ROLES, type RoomRole } from "@/db/enums";
import * as policy from "@/lib/rooms/policy";
import { type Actor, type Cell, facing, isHere, type Lines, lineFor, row, VIEWERS } from "./actors";

/**
 * By whether the room is open, by what the viewer called `.own` is in it (`none` outside), and by who else is there;
 * `-away` is not there. An `heir` is a partner where no active lead is left. Everybody else, the club team included, is
 * outside.
 */
const ROOM: Record<string, Lines> = {
  canReadRoom: { "*/none/*": "nobody", others: "readingOwner" },
  canDiscuss: { "open/none/*": "nobody", "open/observer/*": "nobody", "open/*/*": "readingOwner" },
  canAddDocument: {
    "open/none/*": "nobody",
    "open/observer/*": "nobody",
    "open/*/*": "readingOwner",
  },
  canPlan: {
    "open/lead/*": "readingOwner",
    "open/heir/*": "readingOwner",
    "open/partner/*": "readingOwner",
  },
  canTellNews: {
    "open/lead/*": "readingOwner",
    "open/heir/*": "readingOwner",
    "open/partner/*": "readingOwner",
  },
  canLeadRoom: { "open/lead/*": "readingOwner", "open/heir/*": "readingOwner" },
  canReopenRoom: { "closed/lead/*": "owner", "closed/heir/*": "owner" },
  canLeaveRoom: {
    "*/none/*": "nobody",
    "*/*/alone": "nobody",
    "*/lead/lead": "readingOwner",
    "*/lead/*": "nobody",
    others: "readingOwner",
  },
};

/** What is done about the one other person there. To oneself and to strangers: nobody. */
const REMOVE: Lines = {
  "*/lead/lead": "nobody",
  "*/lead/lead-away": "nobody",
  "*/lead/*": "readingOwner",
  "*/heir/lead-away": "nobody",
  "*/heir/*": "readingOwner",
};

const OTHERS = {
  alone: [],
  lead: [{ memberId: "other", role: "lead", isPresent: true }],
  "lead-away": [{ memberId: "other", role: "lead", isPresent: false }],
  partner: [{ memberId: "other", role: "partner", isPresent: true }],
  "observer-away": [{ memberId: "other", role: "observer", isPresent: false }],
} as const;

type Scene = {
  on: string;
  label: string;
  room: policy.RoomFacts;
  other: policy.RoomPerson | undefined;
  cast: ReturnType<typeof facing>;
};

const scenes: Scene[] = MEMBERSHIP_STATUSES.flatMap((status) =>
  [false, true].flatMap((isClosed) =>
    (["none", ...ROOM_ROLES] as const).flatMap((role) =>
      Object.entries(OTHERS).map(([others, people]): Scene => {
        const isPresent = isHere(status);
        const own = role === "none" ? [] : [{ memberId: "own-member", role, isPresent }];
        const standing = role === "partner" && others !== "lead" ? "heir" : role;
        const on = `${isClosed ? "closed" : "open"}/${standing}/${others}`;
        const room = { isClosed, people: [...own, ...people] };
        return { on, label: `${on}, ${status}`, room, other: people[0], cast: facing(status) };
      }),
    ),
  ),
);

type Rule = (actor: Actor, ...facts: unknown[]) => boolean;
const ruleOf = (name: string) => (policy as unknown as Record<string, Rule>)[name] as Rule;

const whole = (): Cell[] =>
  Object.entries(ROOM).flatMap(([name, lines]) =>
    scenes.flatMap(({ on, label, room, cast }) => {
      const line = lineFor(lines, on) ?? "nobody";
      return row(name, label, line, cast, (actor) => ruleOf(name)(actor, room));
    }),
  );

function removals(): Cell[] {
  return scenes.flatMap(({ on, label, room, other, cast }) =>
    ["other", "own-member", "stranger"].flatMap((whom) => {
      const isThere = whom === "other" && other !== undefined;
      const line = isThere ? (lineFor(REMOVE, on) ?? "nobody") : "nobody";
      const ask = (actor: Actor) => policy.canRemoveFromRoom(actor, room, whom);
      return row("canRemoveFromRoom", `${whom} of ${label}`, line, cast, ask);
    }),
  );
}

/** Leads raise and lower those who do not lead; themselves only beside another lead who is there. An heir gives no lead. */
function roleLine(on: string, whom: string, other: policy.RoomPerson | undefined, to: RoomRole) {
  const isHeir = on.startsWith("open/heir/");
  if ((!isHeir && !on.startsWith("open/lead/")) || (whom === "other" && !other)) return "nobody";
  if (isHeir && to === "lead") return "nobody";
  if (whom === "own-member" && isHeir) return to === "partner" ? "nobody" : "readingOwner";
  if (whom === "own-member")
    return on === "open/lead/lead" && to !== "lead" ? "readingOwner" : "nobody";
  if (other?.role === "lead" || other?.role === to) return "nobody";
  return to === "lead" && !other?.isPresent ? "nobody" : "readingOwner";
}

function roles(): Cell[] {
  return scenes.flatMap(({ on, label, room, other, cast }) =>
    ["other", "own-member"].flatMap((whom) =>
      ROOM_ROLES.flatMap((to) => {
        const ask = (actor: Actor) => policy.canChangeRoomRole(actor, room, whom, to);
        const where = `${whom} to ${to}, ${label}`;
        return row("canChangeRoomRole", where, roleLine(on, whom, other, to), cast, ask);
      }),
    ),
  );
}

/** What `.own` or somebody else wrote there. */
function written(): Cell[] {
  const lines: Record<string, Lines> = {
    canRemoveDocument: {
      "open/lead/*": "readingOwner",
      "open/heir/*": "readingOwner",
      "open/partner/own": "readingOwner",
      "open/adviser/own": "readingOwner",
    },
    canTakeBackNews: {
      "open/lead/*": "readingOwner",
      "open/heir/*": "readingOwner",
      "open/partner/own": "readingOwner",
    },
  };
  return Object.entries(lines).flatMap(([name, table]) =>
    scenes.flatMap(({ on, label, room, cast }) =>
      [
        ["own", "owner"],
        ["theirs", "somebody"],
      ].flatMap(([whose, authorId]) => {
        const line = lineFor(table, on.replace(/[^/]*$/, whose ?? "")) ?? "nobody";
        const ask = (actor: Actor) => ruleOf(name)(actor, room, { authorId });
        return row(name, `${whose} in ${label}`, line, cast, ask);
      }),
    ),
  );
}

function invitations(): Cell[] {
  return scenes.flatMap(({ on, label, room, cast }) =>
    REQUEST_STATES.flatMap((state) => {
      const isOpen = state === "open";
      const answer = isOpen && on.startsWith("open/") ? "owner" : "nobody";
      const withdraw = isOpen && /\/(lead|heir)\//.test(on) ? "readingOwner" : "nobody";
      const invitation = { memberId: "own-member", state };
      const answers = (actor: Actor) => policy.canAnswerRoomInvitation(actor, room, invitation);
      const withdraws = (actor: Actor) => policy.canWithdrawRoomInvitation(actor, room, invitation);
      return [
        ...row("canAnswerRoomInvitation", `${state}: ${label}`, answer, cast, answers),
        ...row("canWithdrawRoomInvitation", `${state}: ${label}`, withdraw, cast, withdraws),
      ];
    }),
  );
}

/** By whose the project is: `.own`'s or somebody else's. */
function returns(): Cell[] {
  return scenes.flatMap(({ on, label, room, cast }) =>
    ["own-member", "somebody"].flatMap((ownerMemberId) => {
      const isBack = ownerMemberId === "own-member" && /^(open|closed)\/none\//.test(on);
      const ask = (actor: Actor) => policy.canReturnToRoom(actor, { ...room, ownerMemberId });
      const where = `${ownerMemberId}'s project, ${label}`;
      return row("canReturnToRoom", where, isBack ? "owner" : "nobody", cast, ask);
    }),
  );
}

/** By whom it is offered to, and whether its days have passed: whoever only advises or reads by now answers none. */
function offers(): Cell[] {
  return scenes.flatMap(({ on, label, room, cast }) =>
    ["own-member", "somebody", null].flatMap((offeredTo) =>
      [true, false].flatMap((isOfferOpen) => {
        const isAsked = /^\w+\/(lead|heir|partner)\//.test(on);
        const isTheirs = offeredTo === "own-member" && isOfferOpen && isAsked;
        const ask = (actor: Actor) =>
          policy.canAnswerOffer(actor, { ...room, offeredTo, isOfferOpen });
        const where = `to ${offeredTo}${isOfferOpen ? "" : ", over"}, ${label}`;
        return row("canAnswerOffer", where, isTheirs ? "owner" : "nobody", cast, ask);
      }),
    ),
  );
}

/** By who else in the room said that a machine may translate: everybody, or not the other, or not the viewer. */
function machines(): Cell[] {
  return scenes.flatMap(({ label, room, cast }) =>
    ["all", "not-other", "not-own"].flatMap((who) => {
      const people = room.people.map((one) => {
        const isOwn = one.memberId === "own-member";
        return { ...one, allowsMachine: who !== (isOwn ? "not-own" : "not-other") };
      });
      const isInside = people.some(({ memberId }) => memberId === "own-member");
      const isOpen = isInside && people.every(({ allowsMachine }) => allowsMachine);
      const ask = (actor: Actor) => policy.canOrderTranslation(actor, { ...room, people });
      const where = `${who} willing, ${label}`;
      return row("canOrderTranslation", where, isOpen ? "readingOwner" : "nobody", cast, ask);
    }),
  );
}

const opens = (actor: Actor) => policy.canOpenRoom(actor, { ownerMemberId: "own-member" });

/** A room and all that happens in it, from its opening to giving the project on. */
export const roomCells = (): Cell[] => [
  ...row("canOpenRoom", "", "owner", VIEWERS, opens),
  ...whole(),
  ...removals(),
  ...roles(),
  ...written(),
  ...invitations(),
  ...returns(),
  ...offers(),
  ...machines(),
];
