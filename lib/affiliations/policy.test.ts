import { describe, expect, test } from "vitest";
import type { AffiliationRole, MembershipStatus, PageVisibility, Role } from "@/db/enums";
import {
  AFFILIATION_ROLES,
  MEMBERSHIP_STATUSES,
  PAGE_VISIBILITIES,
  REQUEST_STATES,
} from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  canAcceptInvitation,
  canClaim,
  canDecideRequest,
  canDeclineInvitation,
  canFindOrganisation,
  canHandOver,
  canJoin,
  canLeave,
  canManagePeople,
  canRemovePerson,
  canSetPosition,
  canStepDown,
  canWithdrawRequest,
  managersOf,
  type RosterFacts,
  roleGiven,
} from "./policy";

function viewer(
  memberId: string | null,
  role: Role = "member",
  status: MembershipStatus = "active",
): Viewer {
  return viewerWith({ accountId: `account of ${memberId}`, memberId, role, status });
}

type Written = `${"-" | ""}${string}:${AffiliationRole}`;

/** `roster("a:manager", "-b:person")`: who belongs to it; a dash says that the account is not active. */
function roster(...people: Written[]): RosterFacts & { visibility: PageVisibility } {
  return {
    visibility: "members",
    people: people.map((written) => {
      const [name = "", role] = written.split(":");
      return {
        memberId: name.replace("-", ""),
        role: role as AffiliationRole,
        isActive: !name.startsWith("-"),
      };
    }),
  };
}

const stranger = viewer("stranger");
const moderator = viewer("moderator", "moderator");
const a = viewer("a");
const b = viewer("b");

test("a manager whose account is not active manages nothing", () => {
  const names = managersOf(roster("a:manager", "-b:manager", "c:person")).map(
    (one) => one.memberId,
  );
  expect(names).toEqual(["a"]);
  expect(canManagePeople(viewer("b", "member", "suspended"), roster("-b:manager"))).toBe(false);
});

describe("finding and asking", () => {
  test.each(PAGE_VISIBILITIES)(
    "%s: strangers find what is open to members, its people always",
    (visibility) => {
      const facts = { ...roster("a:person"), visibility };
      const isOpen = visibility === "public" || visibility === "members";
      expect(canFindOrganisation(stranger, facts)).toBe(isOpen);
      expect(canJoin(stranger, facts)).toBe(isOpen);
      expect(canFindOrganisation(a, facts)).toBe(true);
      expect(canFindOrganisation(null, facts)).toBe(false);
    },
  );

  test.each(MEMBERSHIP_STATUSES)("%s: only active members ask", (status) => {
    const person = viewer("stranger", "member", status);
    expect(canJoin(person, roster("a:manager"))).toBe(status === "active");
    expect(canClaim(person, roster())).toBe(status === "active");
    expect(canJoin(viewer(null, "administrator", status), roster())).toBe(false);
  });

  test("nobody joins twice; claimed is what has no active manager, by its people too", () => {
    expect(canJoin(a, roster("a:person"))).toBe(false);
    expect(canClaim(stranger, roster("a:manager"))).toBe(false);
    expect(canClaim(stranger, roster("-a:manager", "b:person"))).toBe(true);
    expect(canClaim(b, roster("-a:manager", "b:person"))).toBe(true);
  });
});

describe("deciding on a request", () => {
  const asked = { memberId: "stranger", kind: "join", state: "open" } as const;

  test("managers where there are any, the club team otherwise", () => {
    const managed = roster("a:manager", "b:person");
    expect(canDecideRequest(a, managed, asked)).toBe(true);
    for (const other of [b, stranger, moderator, null]) {
      expect(canDecideRequest(other, managed, asked)).toBe(false);
    }
    const vacant = roster("-a:manager", "b:person");
    expect(canDecideRequest(moderator, vacant, asked)).toBe(true);
    for (const other of [b, stranger, null]) {
      expect(canDecideRequest(other, vacant, asked)).toBe(false);
    }
  });

  test("never on one's own", () => {
    expect(canDecideRequest(moderator, roster(), { ...asked, memberId: "moderator" })).toBe(false);
  });

  test.each(REQUEST_STATES)("%s: only what is open", (state) => {
    expect(canDecideRequest(a, roster("a:manager"), { ...asked, state })).toBe(state === "open");
    expect(canWithdrawRequest(stranger, { ...asked, state })).toBe(state === "open");
    expect(canWithdrawRequest(a, { ...asked, state })).toBe(false);
  });

  test("a claim gives the organisation to manage, as long as nobody does", () => {
    const claim = { ...asked, kind: "claim" } as const;
    expect(roleGiven(roster("b:person"), claim)).toBe("manager");
    expect(roleGiven(roster("a:manager"), claim)).toBe("person");
    expect(roleGiven(roster("b:person"), asked)).toBe("person");
  });
});

describe("answering an invitation", () => {
  const email = "lin@example.org";
  const invitation = { email, state: "open", isLiving: true, isVouched: true } as const;
  const invited = { memberId: "a", status: "active", email: "lin@example.org" } as const;

  test("yes: the active member who has the address", () => {
    expect(canAcceptInvitation(invited, invitation)).toBe(true);
    expect(canAcceptInvitation({ ...invited, email: "lin@example.com" }, invitation)).toBe(false);
    expect(canAcceptInvitation({ ...invited, status: "suspended" }, invitation)).toBe(false);
    expect(canAcceptInvitation({ ...invited, memberId: null }, invitation)).toBe(false);
    expect(canAcceptInvitation(null, invitation)).toBe(false);
  });

  test("no: whoever holds the link, but not under another address", () => {
    expect(canDeclineInvitation(null, invitation)).toBe(true);
    expect(canDeclineInvitation({ email: "lin@example.org" }, invitation)).toBe(true);
    expect(canDeclineInvitation({ email: "lin@example.com" }, invitation)).toBe(false);
  });

  test("neither once it is answered or too old, or whoever sent it no longer manages", () => {
    for (const closed of [
      { isLiving: false },
      { isVouched: false },
      { state: "accepted" },
      { state: "withdrawn" },
    ] as const) {
      expect(canAcceptInvitation(invited, { ...invitation, ...closed })).toBe(false);
      expect(canDeclineInvitation(null, { ...invitation, ...closed })).toBe(false);
    }
  });
});

describe("handing over, removing, stepping down, leaving", () => {
  test("a manager hands over to an active person", () => {
    const facts = roster("a:manager", "b:person", "-c:person", "d:manager");
    expect(canHandOver(a, facts, "b")).toBe(true);
    for (const no of ["a", "c", "d", "stranger"]) expect(canHandOver(a, facts, no)).toBe(false);
    for (const who of [b, stranger, moderator, null])
      expect(canHandOver(who, facts, "b")).toBe(false);
  });

  test("a manager takes persons off, never a manager", () => {
    const facts = roster("a:manager", "b:person", "-c:person", "d:manager");
    for (const yes of ["b", "c"]) expect(canRemovePerson(a, facts, yes)).toBe(true);
    for (const no of ["a", "d", "stranger"]) expect(canRemovePerson(a, facts, no)).toBe(false);
    for (const who of [b, moderator, null]) expect(canRemovePerson(who, facts, "b")).toBe(false);
  });

  test.each<[string, RosterFacts, boolean, boolean]>([
    ["alone", roster("a:manager"), false, true],
    ["with a colleague", roster("a:manager", "b:person"), false, false],
    ["with a colleague who is not active", roster("a:manager", "-b:person"), false, true],
    ["with another manager", roster("a:manager", "b:manager"), true, true],
    ["with a manager who is not active", roster("a:manager", "-b:manager"), false, true],
    ["with both", roster("a:manager", "-b:manager", "c:person"), false, false],
  ])("a manager %s", (_, facts, stepsDown, leaves) => {
    expect(canStepDown(a, facts)).toBe(stepsDown);
    expect(canLeave(a, facts)).toBe(leaves);
  });

  test.each(AFFILIATION_ROLES)(
    "%s: people say what they do there; strangers have nothing to leave",
    (role) => {
      const facts = roster(`a:${role}`);
      expect(canSetPosition(a, facts)).toBe(true);
      for (const who of [stranger, moderator, null, viewer("a", "member", "suspended")]) {
        expect(canSetPosition(who, facts)).toBe(false);
        expect(canLeave(who, facts)).toBe(false);
      }
    },
  );

  test("a person always leaves", () => {
    expect(canLeave(b, roster("a:manager", "b:person"))).toBe(true);
    expect(canLeave(b, roster("b:person", "c:person"))).toBe(true);
  });
});
