import { describe, expect, test } from "vitest";
import { MEMBERSHIP_STATUSES, ROLES } from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "../core/auth/viewer-type";
import { canListAccounts, canOpenQueue, canTakeDown } from "./policy";

const viewer = (role: Viewer["role"], status: Viewer["status"]) =>
  viewerWith({ accountId: "00000000-0000-4000-8000-000000000001", memberId: null, role, status });

const cells = ROLES.flatMap((role) => MEMBERSHIP_STATUSES.map((status) => [role, status] as const));

describe("the club team's rooms", () => {
  test("a visitor enters none", () => {
    expect(canOpenQueue(null)).toBe(false);
    expect(canListAccounts(null)).toBe(false);
  });

  test.each(cells)("%s, %s", (role, status) => {
    const isTeam = status === "active" && role !== "member";
    expect(canOpenQueue(viewer(role, status))).toBe(isTeam);
    expect(canListAccounts(viewer(role, status))).toBe(isTeam && role === "administrator");
  });
});

test("of what several have written, none of them decides on it", () => {
  const moderator = viewer("moderator", "active");
  const other = { accountId: "00000000-0000-4000-8000-000000000003", role: "member" } as const;
  const page = { kind: "organisation", isPublished: true, isHidden: false } as const;
  expect(canTakeDown(moderator, { ...page, authors: [other] })).toBe(true);
  expect(canTakeDown(moderator, { ...page, authors: [other, moderator] })).toBe(false);
});
