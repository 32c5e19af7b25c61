import { expect, test } from "vitest";
import { PROGRESS_STATES } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { canDraftProject, canSetProgress, PROGRESS_MOVES } from "./policy";

const viewer = (values: Partial<Viewer> = {}): Viewer => ({
  accountId: "other",
  memberId: "member",
  memberSlug: "slug",
  role: "member",
  status: "active",
  locale: "fr",
  theme: "system",
  sessionId: "session",
  name: "Camille",
  ...values,
});

const owner = { accountId: "owner" };

const people: Record<string, Viewer | null> = {
  visitor: null,
  pending: viewer({ status: "pending" }),
  suspended: viewer({ status: "suspended" }),
  member: viewer(),
  "suspended moderator": viewer({ role: "moderator", status: "suspended" }),
  moderator: viewer({ role: "moderator" }),
  administrator: viewer({ role: "administrator" }),
};

const facts = { moderation: "published", ownerAccountId: "owner", ownerStatus: "active" } as const;

test("drafting needs an active account with a profile", () => {
  const drafting = Object.keys(people).filter((name) => canDraftProject(people[name] ?? null));
  expect(drafting).toEqual(["member", "moderator", "administrator"]);
  expect(canDraftProject(viewer({ memberId: null, role: "administrator" }))).toBe(false);
});

test("progress moves as listed, and only when published", () => {
  for (const from of PROGRESS_STATES) {
    for (const to of PROGRESS_STATES) {
      const expected = from === to || PROGRESS_MOVES[from].includes(to);
      const project = { ...facts, progress: from };
      expect([from, to, canSetProgress(viewer(owner), project, to)]).toEqual([from, to, expected]);
      expect(canSetProgress(viewer(), project, to)).toBe(false);
      const draft = { ...project, moderation: "draft" as const };
      expect(canSetProgress(viewer(owner), draft, to)).toBe(false);
    }
  }
});
