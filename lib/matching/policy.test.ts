import { describe, expect, test } from "vitest";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  canDismissCandidate,
  canDismissProject,
  canRecallDismissal,
  canSeeCandidates,
  canSeeMatches,
} from "./policy";

const member: Viewer = viewerWith({ accountId: "me", memberId: "my-profile" });
const suspended: Viewer = { ...member, status: "suspended" };
const clubAccount: Viewer = { ...member, role: "administrator", memberId: null };
const others = {
  moderation: "published",
  progress: "seeking-partners",
  ownerAccountId: "somebody",
  ownerStatus: "active",
} as const;
const own = { ...others, ownerAccountId: "me" };

test.each([
  ["a member", member, true],
  ["a visitor", null, false],
  ["who is suspended", suspended, false],
  ["a club account without a profile", clubAccount, false],
])("projects are suggested to %s: %#", (_who, viewer, may) => {
  expect(canSeeMatches(viewer)).toBe(may);
});

describe("set aside", () => {
  test.each([
    ["somebody's published project", member, others, true],
    ["one's own", member, own, false],
    ["a draft", member, { ...others, moderation: "draft" as const }, false],
    [
      "one whose owner is suspended",
      member,
      { ...others, ownerStatus: "suspended" as const },
      false,
    ],
    ["one while suspended", suspended, others, false],
  ])("%s", (_what, viewer, project, may) => {
    expect(canDismissProject(viewer, project)).toBe(may);
  });

  test("a candidate, but not oneself, and for one's own project alone", () => {
    expect(canDismissCandidate(member, own, { accountId: "somebody" })).toBe(true);
    expect(canDismissCandidate(member, own, { accountId: "me" })).toBe(false);
    expect(canDismissCandidate(member, others, { accountId: "else" })).toBe(false);
    const over = { ...own, progress: "completed" as const };
    expect(canDismissCandidate(member, over, { accountId: "somebody" })).toBe(false);
  });

  test("and taken back by the same person", () => {
    expect(canRecallDismissal(member, { memberId: "my-profile" })).toBe(true);
    expect(canRecallDismissal(member, { memberId: "another" })).toBe(false);
    expect(canRecallDismissal(suspended, { memberId: "my-profile" })).toBe(false);
  });
});

test.each([
  ["its owner", member, own, true],
  ["its owner, a draft", member, { ...own, moderation: "draft" as const }, false],
  ["its owner, an idea", member, { ...own, progress: "idea" as const }, true],
  ["its owner, while paused", member, { ...own, progress: "paused" as const }, false],
  ["its owner, on hold", member, { ...own, progress: "on-hold" as const }, false],
  ["its owner, completed", member, { ...own, progress: "completed" as const }, false],
  ["its owner, dropped", member, { ...own, progress: "dropped" as const }, false],
  ["somebody else", member, others, false],
  ["the club team", { ...clubAccount, memberId: "team" }, others, false],
])("who fits a project is shown to %s: %#", (_who, viewer, project, may) => {
  expect(canSeeCandidates(viewer, project)).toBe(may);
});
