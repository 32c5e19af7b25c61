import { EVENT_PROGRESS, MODERATION_STATES } from "@/db/enums";
import { REGISTRATION_STATES } from "@/db/enums-of-events";
import * as attendance from "@/lib/events/attendance.policy";
import * as hosts from "@/lib/events/hosts.policy";
import * as policy from "@/lib/events/policy";
import * as registrations from "@/lib/events/registrations.policy";
import { type Cell, lineFor, row, VIEWERS } from "./actors";
import { keptFacts } from "./kept";
import { MOVES } from "./moves";

const ADMINISTERED = "administrators ownAdministrator";
const KEEPERS = "owner administrators";
const MEMBERS = "owner profiles";

const NOW = new Date("2031-10-01T00:00:00Z");

const OPEN = {
  ...keptFacts("published"),
  isHidden: false,
  progress: "open",
  startsAt: new Date("2031-10-15T06:00:00Z"),
  endsAt: new Date("2031-10-15T08:00:00Z"),
  closesAt: null,
  capacity: 20,
  companionsMost: 1,
} as const;

/** Of the member whose own it is, and of those who keep the event: `.own` is both. */
function registrationCells(state: (typeof REGISTRATION_STATES)[number]): Cell[] {
  const its = { state, memberId: "own-member" };
  const isLiving = ["pending", "confirmed", "waiting", "offered"].includes(state);
  const isOffered = state === "offered";
  const elsewhere = { ...OPEN, keepers: [] };
  return [
    ...row(
      "canCancelRegistration",
      state,
      isLiving ? "owner administrators" : "nobody",
      VIEWERS,
      (a) => registrations.canCancelRegistration(a, its, elsewhere, NOW),
    ),
    ...row(
      "canCancelRegistration",
      `${state}, begun`,
      isLiving ? ADMINISTERED : "nobody",
      VIEWERS,
      (a) => registrations.canCancelRegistration(a, its, elsewhere, OPEN.startsAt),
    ),
    ...row("canCancelRegistration", `${state}, over`, "nobody", VIEWERS, (a) =>
      registrations.canCancelRegistration(a, its, OPEN, OPEN.endsAt),
    ),
    ...row(
      "canChangeRegistration",
      state,
      isLiving && !isOffered ? "owner" : "nobody",
      VIEWERS,
      (a) => registrations.canChangeRegistration(a, its, { ...OPEN, progress: "closed" }, NOW),
    ),
    ...row("canChangeRegistration", `${state}, begun`, "nobody", VIEWERS, (a) =>
      registrations.canChangeRegistration(a, its, OPEN, OPEN.startsAt),
    ),
    ...row("canTakeSeat", state, isOffered ? "owner" : "nobody", VIEWERS, (a) =>
      registrations.canTakeSeat(a, its),
    ),
    ...row("canTakeOver", `last one ${state}`, isLiving ? "nobody" : MEMBERS, VIEWERS, (a) =>
      registrations.canTakeOver(a, { ...OPEN, progress: "closed" }, state, NOW),
    ),
    ...row("canTakeOver", `last one ${state}, begun`, "nobody", VIEWERS, (a) =>
      registrations.canTakeOver(a, OPEN, state, OPEN.startsAt),
    ),
    ...row(
      "canRegister",
      `last one ${state}`,
      isLiving || state === "not-selected" ? "nobody" : MEMBERS,
      VIEWERS,
      (a) => registrations.canRegister(a, OPEN, { seats: 2, standing: state }, NOW),
    ),
  ];
}

/** How far it goes next, and whose it is to settle. */
function progressCells(progress: (typeof EVENT_PROGRESS)[number]): Cell[] {
  return [
    ...MODERATION_STATES.flatMap((state) =>
      row(
        "canKeepRegistrations",
        `${state}/${progress}`,
        state === "published" ? KEEPERS : "nobody",
        VIEWERS,
        (a) => registrations.canKeepRegistrations(a, keptFacts(state)),
      ),
    ),
    ...EVENT_PROGRESS.flatMap((to) =>
      row("canMoveEvent", `${progress} to ${to}, over`, "nobody", VIEWERS, (a) =>
        registrations.canMoveEvent(a, { ...OPEN, progress }, to, OPEN.endsAt),
      ),
    ),
    ...EVENT_PROGRESS.flatMap((to) =>
      row(
        "canMoveEvent",
        `${progress} to ${to}`,
        MOVES.event[progress].split(" ").includes(to) ? KEEPERS : "nobody",
        VIEWERS,
        (a) => registrations.canMoveEvent(a, { ...OPEN, progress }, to, NOW),
      ),
    ),
  ];
}

/** Who keeps the door, and when; and who says what came of it. */
function doorCells(): Cell[] {
  const cases = [
    ["the day before", new Date("2031-10-14T17:59:00Z"), "nobody", "nobody"],
    ["twelve hours before", new Date("2031-10-14T18:00:00Z"), KEEPERS, "nobody"],
    ["while it is on", OPEN.startsAt, KEEPERS, "nobody"],
    ["once it is over", OPEN.endsAt, KEEPERS, KEEPERS],
  ] as const;
  return [
    ...cases.flatMap(([when, now, keeps, closes]) => [
      ...row("canKeepDoor", when, keeps, VIEWERS, (a) => attendance.canKeepDoor(a, OPEN, now)),
      ...row("canCloseDoor", when, closes, VIEWERS, (a) => attendance.canCloseDoor(a, OPEN, now)),
    ]),
    ...row("canWriteToSeated", "the day before", KEEPERS, VIEWERS, (a) =>
      attendance.canWriteToSeated(a, OPEN, NOW),
    ),
    ...row("canWriteToSeated", "a month after", "nobody", VIEWERS, (a) =>
      attendance.canWriteToSeated(a, OPEN, new Date("2031-11-15T08:00:00Z")),
    ),
    ...row("canWriteToSeated", "of one that was called off", "nobody", VIEWERS, (a) =>
      attendance.canWriteToSeated(a, { ...OPEN, progress: "cancelled" }, NOW),
    ),
    ...row("canKeepDoor", "of one that was called off", "nobody", VIEWERS, (a) =>
      attendance.canKeepDoor(a, { ...OPEN, progress: "cancelled" }, OPEN.endsAt),
    ),
    ...REGISTRATION_STATES.flatMap((state) =>
      row("canSayOutcome", state, state === "attended" ? "owner" : "nobody", VIEWERS, (a) =>
        attendance.canSayOutcome(a, { state, memberId: "own-member" }),
      ),
    ),
  ];
}

/** What is said for an organisation that is to hold one: `.own` manages it, and nobody answers in its place. */
function hostCells(): Cell[] {
  const cases = [
    ["agreed", "asked", "owner"],
    ["declined", "asked", "owner"],
    ["left", "asked", "nobody"],
    ["agreed", "agreed", "nobody"],
    ["declined", "agreed", "nobody"],
    ["left", "agreed", "owner"],
    ["agreed", "none", "nobody"],
    ["declined", "none", "nobody"],
    ["left", "none", "nobody"],
  ] as const;
  return cases.flatMap(([answer, standing, who]) =>
    row("canAnswerAsHost", `${answer}, of one ${standing}`, who, VIEWERS, (actor) =>
      hosts.canAnswerAsHost(
        actor,
        OPEN,
        { isManager: actor?.accountId === "owner", standing },
        answer,
        NOW,
      ),
    ),
  );
}

/** An event is the club's, kept by who is named to and by whoever manages a host; what it has of its own. */
export const eventCells = (): Cell[] => [
  ...MODERATION_STATES.flatMap((state) => {
    const lines = {
      draft: KEEPERS,
      "changes-requested": KEEPERS,
      submitted: KEEPERS,
      published: KEEPERS,
      others: "nobody",
    };
    const invited = { published: KEEPERS, others: "nobody" };
    return [
      ...row("canNamePeople", state, lineFor(lines, state), VIEWERS, (actor) =>
        policy.canNamePeople(actor, keptFacts(state), "speaker"),
      ),
      ...row("canNamePeople", `to come to ${state}`, lineFor(invited, state), VIEWERS, (actor) =>
        policy.canNamePeople(actor, keptFacts(state), "invited"),
      ),
    ];
  }),
  ...REGISTRATION_STATES.flatMap(registrationCells),
  ...EVENT_PROGRESS.flatMap(progressCells),
  ...doorCells(),
  ...hostCells(),
  ...row("canWithdrawFeed", "", "anyOwner", VIEWERS, (actor) =>
    policy.canWithdrawFeed(actor, { accountId: "owner" }),
  ),
];
