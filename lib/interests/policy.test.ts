import { describe, expect, test } from "vitest";
import { INTEREST_STATES, type MembershipStatus } from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  awaitedParty,
  INTEREST_MOVES,
  type InterestingProject,
  interestRefusal,
  partyOf,
} from "./policy";

const viewer = (memberId: string | null, status: MembershipStatus = "active") =>
  viewerWith({ accountId: `account of ${memberId}`, memberId, status });

const inviting: InterestingProject = {
  ownerId: "owner",
  ownerStatus: "active",
  moderation: "published",
  progress: "seeking-partners",
  acceptingInterests: true,
  deadline: "2026-11-25",
  isColleague: false,
  isStanding: false,
  open: 4,
  isBlocked: false,
};

describe("why one may not express interest", () => {
  const cases: [Partial<InterestingProject>, string | null][] = [
    [{}, null],
    [{ deadline: null }, null],
    [{ progress: "idea" }, null],
    [{ progress: "in-progress" }, null],
    [{ ownerId: "me" }, "interestOwnProject"],
    [{ isColleague: true }, "interestOwnOrganisation"],
    [{ moderation: "withdrawn" }, "interestProjectClosed"],
    [{ moderation: "archived" }, "interestProjectClosed"],
    [{ ownerStatus: "suspended" }, "interestProjectClosed"],
    [{ isStanding: true }, "interestAlreadySent"],
    [{ progress: "completed" }, "interestEnded"],
    [{ progress: "dropped" }, "interestEnded"],
    [{ progress: "paused" }, "interestPaused"],
    [{ progress: "on-hold" }, "interestPaused"],
    [{ deadline: "2026-11-24" }, "interestExpired"],
    [{ acceptingInterests: false }, "interestNotAccepted"],
    [{ open: 5 }, "interestFiveOpen"],
  ];
  test.each(cases)("%o: %s", (project, refusal) => {
    expect(interestRefusal(viewer("me"), { ...inviting, ...project }, "2026-11-25")).toBe(refusal);
  });

  test("only active members do", () => {
    const refused = (who: Viewer | null) => interestRefusal(who, inviting, "2026-11-25");
    expect(refused(null)).toBe("notActive");
    expect(refused(viewer("me", "suspended"))).toBe("notActive");
    expect(refused(viewer(null))).toBe("interestMembersOnly");
  });
});

test("whoever is not active is neither of the two", () => {
  const facts = { senderId: "a", ownerId: "b" };
  expect([viewer("a"), viewer("b"), viewer("c"), null].map((who) => partyOf(who, facts))).toEqual([
    "sender",
    "owner",
    null,
    null,
  ]);
  expect(partyOf(viewer("a", "suspended"), facts)).toBeNull();
});

test("somebody is waited for exactly where it may lapse", () => {
  const waiting = INTEREST_STATES.filter((state) => awaitedParty(state) !== null);
  expect(waiting).toEqual(
    INTEREST_STATES.filter((state) => INTEREST_MOVES[state].includes("lapsed")),
  );
  expect(awaitedParty("more-info-asked")).toBe("sender");
});
