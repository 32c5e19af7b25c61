import { describe, expect, test } from "vitest";
import { MEMBERSHIP_STATUSES, PAGE_VISIBILITIES } from "@/db/enums";
import { EVERYBODY, viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  type ActivityFacts,
  canAddActivity,
  canConfirmActivity,
  canEditActivity,
  canPlaceActivity,
  canRemoveActivity,
  canSeeActivity,
} from "./policy";

const owner = { accountId: "owner" };

/** Everybody who may stand before an activity. */
const people: Record<string, Viewer | null> = {
  ...EVERYBODY,
  administrator: viewerWith({ role: "administrator", memberId: null }),
  owner: viewerWith(owner),
  "suspended owner": viewerWith({ ...owner, status: "suspended" }),
};

const facts = (values: Partial<ActivityFacts> = {}): ActivityFacts => ({
  ownerAccountId: "owner",
  ownerStatus: "active",
  visibility: "members",
  isManager: false,
  ...values,
});

type Rule = (who: Viewer | null, activity: ActivityFacts) => boolean;

const allowed = (rule: Rule, values: Partial<ActivityFacts> = {}) =>
  Object.entries(people)
    .filter(([, who]) => rule(who, facts(values)))
    .map(([name]) => name);

const OWNERS = ["owner", "suspended owner"];
const TEAM = ["moderator", "administrator"];

describe("canSeeActivity", () => {
  test("follows its visibility; its own member always sees it", () => {
    expect(allowed(canSeeActivity, { visibility: "public" })).toEqual(Object.keys(people));
    expect(allowed(canSeeActivity, { visibility: "members" })).toEqual([
      "member",
      ...TEAM,
      ...OWNERS,
    ]);
    expect(allowed(canSeeActivity, { visibility: "team" })).toEqual([...TEAM, ...OWNERS]);
    expect(allowed(canSeeActivity, { visibility: "self" })).toEqual(OWNERS);
  });

  test.each(MEMBERSHIP_STATUSES.filter((status) => !["active", "lapsed"].includes(status)))(
    "of a member who is %s is left to them and the club team",
    (ownerStatus) => {
      for (const visibility of ["public", "members"] as const) {
        expect(allowed(canSeeActivity, { visibility, ownerStatus })).toEqual([...TEAM, ...OWNERS]);
      }
    },
  );

  test("of a member whose membership has lapsed, as before", () => {
    for (const visibility of ["public", "members"] as const) {
      const lapsed = allowed(canSeeActivity, { visibility, ownerStatus: "lapsed" });
      expect(lapsed).toEqual(allowed(canSeeActivity, { visibility }));
    }
  });

  test("managing its organisation opens nothing by itself", () => {
    for (const visibility of PAGE_VISIBILITIES) {
      const plain = allowed(canSeeActivity, { visibility });
      expect(allowed(canSeeActivity, { visibility, isManager: true })).toEqual(plain);
    }
  });
});

describe.each([
  ["canEditActivity", canEditActivity],
  ["canConfirmActivity", canConfirmActivity],
  ["canRemoveActivity", canRemoveActivity],
] as const)("%s", (_, rule) => {
  test.each(PAGE_VISIBILITIES)("is its active member's when %s", (visibility) => {
    expect(allowed(rule, { visibility })).toEqual(["owner"]);
  });

  test("is also a manager's of its organisation, as far as they see it", () => {
    const isManager = true;
    expect(allowed(rule, { isManager })).toEqual(["member", "moderator", "owner"]);
    expect(allowed(rule, { isManager, visibility: "team" })).toEqual(["moderator", "owner"]);
    expect(allowed(rule, { isManager, visibility: "self" })).toEqual(["owner"]);
    expect(allowed(rule, { isManager, ownerStatus: "left" })).toEqual(["moderator", "owner"]);
  });
});

test("only its active member says for whom it is and who sees it", () => {
  expect(allowed(canPlaceActivity, { isManager: true })).toEqual(["owner"]);
});

test("active accounts with a profile add activities", () => {
  expect(allowed((who) => canAddActivity(who))).toEqual(["member", "moderator", "owner"]);
});
