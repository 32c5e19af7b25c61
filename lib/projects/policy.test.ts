import { expect, test } from "vitest";
import { PROGRESS_STATES } from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { canDraftProject, canSetProgress, PROGRESS_MOVES } from "./policy";

const owner = { accountId: "owner" };

const people: Record<string, Viewer | null> = {
  visitor: null,
  pending: viewerWith({ status: "pending" }),
  suspended: viewerWith({ status: "suspended" }),
  member: viewerWith(),
  "suspended moderator": viewerWith({ role: "moderator", status: "suspended" }),
  moderator: viewerWith({ role: "moderator" }),
  administrator: viewerWith({ role: "administrator" }),
};

const facts = { moderation: "published", ownerAccountId: "owner", ownerStatus: "active" } as const;

test("drafting needs an active account with a profile", () => {
  const drafting = Object.keys(people).filter((name) => canDraftProject(people[name] ?? null));
  expect(drafting).toEqual(["member", "moderator", "administrator"]);
  expect(canDraftProject(viewerWith({ memberId: null, role: "administrator" }))).toBe(false);
});

test("progress moves as listed, and only when published", () => {
  for (const from of PROGRESS_STATES) {
    for (const to of PROGRESS_STATES) {
      const expected = from === to || PROGRESS_MOVES[from].includes(to);
      const project = { ...facts, progress: from };
      expect([from, to, canSetProgress(viewerWith(owner), project, to)]).toEqual([
        from,
        to,
        expected,
      ]);
      expect(canSetProgress(viewerWith(), project, to)).toBe(false);
      const draft = { ...project, moderation: "draft" as const };
      expect(canSetProgress(viewerWith(owner), draft, to)).toBe(false);
    }
  }
});
