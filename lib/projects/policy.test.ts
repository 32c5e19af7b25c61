import { expect, test } from "vitest";
import { PROGRESS_STATES } from "@/db/enums";
import { EVERYBODY, viewerWith } from "@/db/viewer-factory";
import { canDraftProject, canSetProgress, PROGRESS_MOVES } from "./policy";

const owner = { accountId: "owner" };

const facts = { moderation: "published", ownerAccountId: "owner", ownerStatus: "active" } as const;

test("drafting needs an active account with a profile", () => {
  const drafting = Object.entries(EVERYBODY).filter(([, who]) => canDraftProject(who));
  expect(drafting.map(([name]) => name)).toEqual(["member", "moderator", "administrator"]);
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
