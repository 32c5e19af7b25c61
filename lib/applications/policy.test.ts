import { describe, expect, test } from "vitest";
import { APPLICATION_STATES, type ApplicationState } from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  APPLICATION_MOVES,
  canAnswerApplication,
  canEditApplication,
  canReapply,
  canSeeApplication,
  canSubmitApplication,
  canWithdrawApplication,
  isPastKeeping,
} from "./policy";
import {
  canDecideApplication,
  canNoteOnApplication,
  canReadApplication,
  canResumeReview,
  canTakeApplication,
} from "./vetting/policy";

const own = { applicationId: "mine" };
const foreign = { applicationId: "another" };
const facts = (state: ApplicationState, takenBy: string | null = null) => ({
  id: "mine",
  state,
  takenBy,
});

describe("the applicant", () => {
  test.each([
    [canSeeApplication, APPLICATION_STATES],
    [canEditApplication, ["draft"]],
    [canSubmitApplication, ["draft"]],
    [canAnswerApplication, ["info-requested"]],
    [canWithdrawApplication, ["draft", "submitted", "under-review", "info-requested"]],
    [canReapply, ["refused", "withdrawn"]],
  ] as const)("%o", (rule, states) => {
    const allowed = APPLICATION_STATES.filter((state) => rule(own, facts(state)));
    expect(allowed).toEqual([...states]);
    expect(APPLICATION_STATES.some((state) => rule(foreign, facts(state)))).toBe(false);
    expect(APPLICATION_STATES.some((state) => rule(null, facts(state)))).toBe(false);
  });
});

const viewer = (role: Viewer["role"], status: Viewer["status"] = "active") =>
  viewerWith({ accountId: role, role, status });

describe("the club team", () => {
  const moderator = viewer("moderator");

  test.each([
    [canReadApplication, APPLICATION_STATES.filter((state) => state !== "draft")],
    [canNoteOnApplication, APPLICATION_STATES.filter((state) => state !== "draft")],
    [canTakeApplication, ["submitted", "under-review"]],
    [canResumeReview, ["info-requested"]],
    [canDecideApplication, []],
  ] as const)("what nobody has taken: %o", (rule, states) => {
    const allowed = APPLICATION_STATES.filter((state) => rule(moderator, facts(state)));
    expect(allowed).toEqual([...states]);
    for (const outsider of [null, viewer("member"), viewer("moderator", "suspended")]) {
      expect(APPLICATION_STATES.some((state) => rule(outsider, facts(state)))).toBe(false);
    }
  });

  test("only the taker decides, and need not take it again", () => {
    const mine = facts("under-review", "moderator");
    const others = facts("under-review", "colleague");
    expect(canDecideApplication(moderator, mine)).toBe(true);
    expect(canDecideApplication(moderator, others)).toBe(false);
    expect(canTakeApplication(moderator, mine)).toBe(false);
    expect(canTakeApplication(moderator, others)).toBe(true);
  });
});

test("what is ended stays ended", () => {
  for (const state of ["approved", "refused", "withdrawn"] as const) {
    expect(APPLICATION_MOVES[state]).toEqual([]);
  }
});

test.each([
  ["draft", 29, false],
  ["draft", 31, true],
  ["submitted", 900, false],
  ["under-review", 900, false],
  ["info-requested", 900, false],
  ["approved", 900, false],
  ["refused", 364, false],
  ["refused", 366, true],
  ["withdrawn", 364, false],
  ["withdrawn", 366, true],
] as const)("a %s untouched for %i days may go: %s", (state, days, expected) => {
  const now = new Date("2026-11-25T10:00:00Z");
  const updatedAt = new Date(now.getTime() - days * 86_400_000);
  expect(isPastKeeping({ state, updatedAt }, now)).toBe(expected);
});
