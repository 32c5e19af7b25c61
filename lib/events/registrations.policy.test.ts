import { expect, test } from "vitest";
import { REGISTRATION_STATES, type RegistrationState } from "@/db/enums-of-events";
import { canSayOutcome } from "./attendance.policy";
import { namelessLine, namesOf, offeredUntil } from "./registration-terms";
import {
  canCancelRegistration,
  canChangeRegistration,
  canTakeSeat,
  firstShown,
  growthRefusal,
  guestRefusal,
  isLateToConfirm,
  isOffering,
  isPastKeeping,
  isSeatable,
  nextProgress,
  REGISTRATION_MOVES,
  type SeatedFacts,
  seatRefusal,
} from "./registrations.policy";

const NOW = new Date("2031-10-01T10:00:00Z");

const event = (values: Partial<SeatedFacts> = {}): SeatedFacts => ({
  moderation: "published",
  isHidden: false,
  progress: "open",
  startsAt: new Date("2031-10-15T06:00:00Z"),
  endsAt: new Date("2031-10-15T08:00:00Z"),
  closesAt: null,
  capacity: 20,
  companionsMost: 2,
  ...values,
});

test.each([
  ["nobody yet", "open", [], "confirmed"],
  ["who asks", "open", ["pending", "confirmed"], "pending"],
  ["who has a place", "open", ["confirmed", "attended", "waiting"], "confirmed"],
  ["who came, once the list is closed", "open", ["attended", "absent", "offered"], "attended"],
  ["nobody came", "closed", ["absent", "cancelled"], "absent"],
  ["called off", "cancelled", ["cancelled"], "cancelled"],
] as const)("its keeper sees first: %s", (_, progress, some: readonly string[], first) => {
  const counts = Object.fromEntries(
    REGISTRATION_STATES.map((state) => [state, { parties: some.includes(state) ? 2 : 0 }]),
  ) as Record<RegistrationState, { parties: number }>;
  expect(firstShown({ progress }, counts)).toBe(first);
});

const at = (iso: string) => new Date(iso);

test.each([
  ["open", {}, 3, null],
  ["without a number", { capacity: null }, 3, null],
  ["announced", { progress: "announced" }, 1, "eventNotOpen"],
  ["a draft", { moderation: "draft" }, 1, "eventNotOpen"],
  ["taken down", { isHidden: true }, 1, "eventNotOpen"],
  ["closed by hand", { progress: "closed" }, 1, "eventIsClosed"],
  ["closed by the clock", { closesAt: NOW }, 1, "eventIsClosed"],
  ["closing in a minute", { closesAt: at("2031-10-01T10:01:00Z") }, 1, null],
  ["cancelled", { progress: "cancelled" }, 1, "eventIsCancelled"],
  ["begun", { startsAt: NOW }, 1, "eventHasBegun"],
  ["over", { startsAt: at("2031-09-01T10:00:00Z"), endsAt: NOW }, 1, "eventIsOver"],
  ["a third companion", {}, 4, "tooManyCompanions"],
  ["no companions", { companionsMost: 0 }, 2, "noCompanions"],
  ["more than there are", { capacity: 2 }, 3, "partyTooLarge"],
] as const)("one registers unless it is: %s", (_case, values, seats, code) => {
  expect(seatRefusal(event(values), { seats, standing: null }, NOW)).toBe(code);
});

test("whoever gave up, declined or was late may register again", () => {
  const refused = (standing: RegistrationState) =>
    seatRefusal(event(), { seats: 1, standing }, NOW);
  expect(Object.fromEntries(REGISTRATION_STATES.map((state) => [state, refused(state)]))).toEqual({
    pending: "alreadyRegistered",
    confirmed: "alreadyRegistered",
    waiting: "alreadyRegistered",
    offered: "alreadyRegistered",
    declined: null,
    "not-selected": "notSelectedHere",
    "offer-expired": null,
    attended: null,
    absent: null,
    cancelled: null,
  });
});

test("what comes free is offered until the event begins, also once it takes nobody new", () => {
  expect(isOffering(event({ progress: "closed", closesAt: NOW }), NOW)).toBe(true);
  for (const values of [
    { progress: "cancelled" },
    { progress: "announced" },
    { startsAt: NOW },
    { moderation: "withdrawn" },
    { isHidden: true },
  ] as const) {
    expect(isOffering(event(values), NOW)).toBe(false);
  }
});

test("registration opens and closes, and the event is called off, until it is over", () => {
  for (const [progress, next] of [
    ["announced", ["open", "cancelled"]],
    ["open", ["closed", "cancelled"]],
    ["closed", ["open", "cancelled"]],
    ["cancelled", []],
  ] as const) {
    expect(nextProgress(event({ progress, startsAt: NOW }), NOW)).toEqual(next);
    expect(nextProgress(event({ progress, endsAt: NOW }), NOW)).toEqual([]);
  }
});

test("a party is seated together or not at all", () => {
  expect(isSeatable({ state: "waiting", seats: 3 }, 3)).toBe(true);
  expect(isSeatable({ state: "waiting", seats: 3 }, 2)).toBe(false);
  expect(isSeatable({ state: "confirmed", seats: 1 }, 2)).toBe(false);
});

test.each([
  ["far ahead", "2031-10-15T06:00:00Z", "2031-10-03T10:00:00.000Z"],
  ["in two days and a minute", "2031-10-03T10:01:00Z", "2031-10-03T10:00:00.000Z"],
  ["in two days", "2031-10-03T10:00:00Z", "2031-10-01T14:00:00.000Z"],
  ["in three hours", "2031-10-01T13:00:00Z", "2031-10-01T13:00:00.000Z"],
])("a place is held for an event %s", (_case, startsAt, until) => {
  expect(offeredUntil(NOW, at(startsAt)).toISOString()).toBe(until);
});

test("companions are named, one a line", () => {
  expect(namesOf(" 李娜 \n\n Jean Dupont\r\n")).toEqual(["李娜", "Jean Dupont"]);
  expect(namelessLine(["李娜", "Jean"])).toBe(0);
  expect(namelessLine(["李娜", "+1", "?"])).toBe(2);
});

test.each([
  ["alone again, once registration is closed", { progress: "closed" }, "confirmed", 1, {}, null],
  ["as many, in a turn", {}, "waiting", 2, { isWaitedFor: true }, null],
  ["fewer than it may bring by now", { companionsMost: 0 }, "confirmed", 1, {}, null],
  ["three, into a free place", {}, "confirmed", 3, {}, null],
  ["three, without a number", { capacity: null }, "confirmed", 3, {}, null],
  ["three, not decided on yet", { needsApproval: true }, "pending", 3, { free: 0 }, null],
  ["three, into none", {}, "confirmed", 3, { free: 0 }, "placesTooFew"],
  ["three, past others", {}, "confirmed", 3, { isWaitedFor: true }, "placesWaitedFor"],
  ["three, in a turn", {}, "waiting", 3, {}, "waitingCannotGrow"],
  ["three, once selected", { needsApproval: true }, "confirmed", 3, {}, "selectedCannotGrow"],
  ["three, once closed", { progress: "closed" }, "confirmed", 3, {}, "eventIsClosed"],
  ["three, where it may be two", { companionsMost: 1 }, "pending", 3, {}, "tooManyCompanions"],
  ["three, of two in all", { capacity: 2 }, "pending", 3, {}, "partyTooLarge"],
] as const)("a party of two becomes: %s", (_case, values, state, seats, seen, code) => {
  const its = { ...event(), needsApproval: false, ...values };
  const party = { state, seats: 2 };
  expect(growthRefusal(its, party, seats, { free: 1, isWaitedFor: false, now: NOW, ...seen })).toBe(
    code,
  );
});

test("what was called off is not changed, nor by the link of another guest", () => {
  const its = { state: "confirmed", memberId: null, guestId: "guest" } as const;
  const may = (guestId: string, values: Partial<SeatedFacts> = {}) =>
    canChangeRegistration({ guestId }, its, event(values), NOW);
  expect([may("guest"), may("other")]).toEqual([true, false]);
  expect(may("guest", { progress: "cancelled" })).toBe(false);
});

test("a guest comes to what is for everybody, by the same rules as a member", () => {
  const party = { seats: 1, standing: null };
  const refused = (audience: "public" | "members" | "invited", values = {}) =>
    guestRefusal({ ...event(values), audience }, party, NOW);
  expect(refused("public")).toBeNull();
  expect(refused("members")).toBe("registrationMembersOnly");
  expect(refused("invited")).toBe("registrationMembersOnly");
  expect(refused("public", { progress: "closed" })).toBe("eventIsClosed");
});

test("a guest gives up, takes and answers their own by their link, and nothing of anybody else", () => {
  const held = { ...event(), isOwn: false, ownerId: null, keepers: [], handedInBy: null };
  const mine = { guestId: "guest" };
  for (const state of REGISTRATION_STATES) {
    const its = { state, memberId: null, guestId: "guest" };
    const may = (actor: { guestId: string } | null, of = its) => ({
      cancel: canCancelRegistration(actor, of, held as never, NOW),
      take: canTakeSeat(actor, of),
      answer: canSayOutcome(actor, of),
    });
    expect(may(mine), state).toEqual({
      cancel: REGISTRATION_MOVES[state].includes("cancelled"),
      take: state === "offered",
      answer: state === "attended",
    });
    const nothing = { cancel: false, take: false, answer: false };
    expect(may({ guestId: "other" }), state).toEqual(nothing);
    expect(may(null), state).toEqual(nothing);
    expect(may(mine, { ...its, memberId: "member", guestId: null } as never), state).toEqual(
      nothing,
    );
    const begun = { ...held, startsAt: NOW } as never;
    expect(canCancelRegistration(mine, its, begun, NOW), state).toBe(false);
  }
});

test("a guest confirms within half an hour, and of a party names are kept thirty days", () => {
  const asked = { createdAt: at("2031-10-01T09:30:00Z") };
  expect(isLateToConfirm(asked, NOW)).toBe(false);
  expect(isLateToConfirm(asked, at("2031-10-01T10:00:01Z"))).toBe(true);
  const over = { endsAt: at("2031-09-01T10:00:00Z") };
  expect(isPastKeeping(over, NOW)).toBe(true);
  expect(isPastKeeping(over, at("2031-10-01T09:59:59Z"))).toBe(false);
  expect(isPastKeeping({ endsAt: null }, NOW)).toBe(false);
});
