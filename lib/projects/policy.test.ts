import { describe, expect, test } from "vitest";
import {
  MEMBERSHIP_STATUSES,
  MODERATION_STATES,
  PROGRESS_STATES,
  REVISION_STATES,
} from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  canArchiveProject,
  canDecideProject,
  canDecideRevision,
  canDraftProject,
  canEditProject,
  canEditRevision,
  canReadDossier,
  canReopenProject,
  canSeeProjectOwner,
  canSeeProjectTeaser,
  canSeeProjectText,
  canSetProgress,
  canSubmitProject,
  canSubmitRevision,
  canWithdrawProject,
  canWithdrawRevision,
  PROGRESS_MOVES,
  type ProjectFacts,
} from "./policy";

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

/** Everybody who may stand before a project. */
const people: Record<string, Viewer | null> = {
  visitor: null,
  pending: viewer({ status: "pending" }),
  suspended: viewer({ status: "suspended" }),
  member: viewer(),
  "suspended moderator": viewer({ role: "moderator", status: "suspended" }),
  moderator: viewer({ role: "moderator" }),
  administrator: viewer({ role: "administrator" }),
  owner: viewer(owner),
  "suspended owner": viewer({ ...owner, status: "suspended" }),
  "moderating owner": viewer({ ...owner, role: "moderator" }),
};

type Rule = (who: Viewer | null, project: ProjectFacts) => boolean;

const facts = (values: Partial<ProjectFacts> = {}): ProjectFacts => ({
  moderation: "published",
  ownerAccountId: "owner",
  ownerStatus: "active",
  ...values,
});

const allowed = (rule: Rule, project: ProjectFacts) =>
  Object.keys(people).filter((name) => rule(people[name] ?? null, project));

/** The states in which a person may, for every state there is. */
const statesFor = (rule: Rule, who: string) =>
  MODERATION_STATES.filter((moderation) => rule(people[who] ?? null, facts({ moderation })));

const OWNERS = ["owner", "moderating owner"];
const EVERY_OWNER = ["owner", "suspended owner", "moderating owner"];
const TEAM = ["moderator", "administrator"];

const levels = { textLevel: "members", ownerLevel: "contacts", isContact: false } as const;
const readsText: Rule = (who, project) => canSeeProjectText(who, { ...project, ...levels });

describe("seeing", () => {
  test("a published project", () => {
    expect(allowed(canSeeProjectTeaser, facts())).toEqual(Object.keys(people));
    expect(allowed(readsText, facts())).toEqual(["member", ...TEAM, ...EVERY_OWNER]);
  });

  test.each(MODERATION_STATES.filter((state) => state !== "published"))(
    "one that is %s is its owner's",
    (moderation) => {
      expect(allowed(canSeeProjectTeaser, facts({ moderation }))).toEqual(EVERY_OWNER);
      expect(allowed(readsText, facts({ moderation }))).toEqual(EVERY_OWNER);
    },
  );

  test.each(MEMBERSHIP_STATUSES.filter((status) => status !== "active"))(
    "of a %s owner, hidden from all but the club team",
    (ownerStatus) => {
      const inSight = [...TEAM, ...EVERY_OWNER];
      expect(allowed(canSeeProjectTeaser, facts({ ownerStatus })).sort()).toEqual(inSight.sort());
      expect(allowed(readsText, facts({ ownerStatus })).sort()).toEqual(inSight.sort());
    },
  );

  test("what lies behind acceptance is for contacts and the owner, not for the club team", () => {
    for (const [rule, level] of [
      [canSeeProjectText, "textLevel"],
      [canSeeProjectOwner, "ownerLevel"],
    ] as const) {
      const seenBy = (isContact: boolean, project = facts()) =>
        allowed(
          (who, it) => rule(who, { ...it, ...levels, [level]: "contacts", isContact }),
          project,
        );
      expect(seenBy(false)).toEqual(EVERY_OWNER);
      expect(seenBy(true)).toEqual(["member", ...TEAM, ...EVERY_OWNER]);
      expect(seenBy(true, facts({ moderation: "withdrawn" }))).toEqual(EVERY_OWNER);
    }
  });

  test("dossiers are for the club team, once handed in", () => {
    const readers = [...TEAM, "moderating owner"];
    const handedIn = { submittedAt: new Date() };
    const reads: Rule = (who, project) => canReadDossier(who, { ...project, ...handedIn });
    expect(allowed(reads, facts({ moderation: "submitted" }))).toEqual(readers);
    expect(allowed(reads, facts({ moderation: "draft" }))).toEqual([]);
  });
});

describe("the owner's verbs", () => {
  test.each<[string, Rule, string[]]>([
    ["edit", canEditProject, ["draft", "changes-requested"]],
    ["submit", canSubmitProject, ["draft", "changes-requested"]],
    ["withdraw", canWithdrawProject, ["draft", "submitted", "changes-requested", "published"]],
    ["reopen", canReopenProject, ["withdrawn"]],
    ["archive", canArchiveProject, ["published", "refused", "withdrawn"]],
  ])("%s", (_, rule, states) => {
    for (const who of Object.keys(people)) {
      expect([who, statesFor(rule, who)]).toEqual([who, OWNERS.includes(who) ? states : []]);
    }
  });

  test("drafting needs an active account with a profile", () => {
    const drafting = Object.keys(people).filter((name) => canDraftProject(people[name] ?? null));
    expect(drafting).toEqual(["member", ...TEAM, ...OWNERS]);
    expect(canDraftProject(viewer({ memberId: null, role: "administrator" }))).toBe(false);
  });

  test("progress moves as listed, and only when published", () => {
    for (const from of PROGRESS_STATES) {
      for (const to of PROGRESS_STATES) {
        const expected = from === to || PROGRESS_MOVES[from].includes(to);
        const project = { ...facts(), progress: from };
        expect([from, to, canSetProgress(viewer(owner), project, to)]).toEqual([
          from,
          to,
          expected,
        ]);
        expect(canSetProgress(viewer(), project, to)).toBe(false);
        const draft = { ...project, moderation: "draft" as const };
        expect(canSetProgress(viewer(owner), draft, to)).toBe(false);
      }
    }
  });
});

describe("the club team's decision", () => {
  test.each(MODERATION_STATES)("on what is %s", (moderation) => {
    const deciders = moderation === "submitted" ? TEAM : [];
    expect(allowed(canDecideProject, facts({ moderation }))).toEqual(deciders);
  });
});

describe("the edit of a published project", () => {
  const states = [null, ...REVISION_STATES];
  const open = (
    rule: typeof canEditRevision,
    who: string,
    moderation: ProjectFacts["moderation"],
  ) =>
    states.filter((revision) => rule(people[who] ?? null, { ...facts({ moderation }), revision }));

  test.each<[string, typeof canEditRevision, (string | null)[], string[]]>([
    ["is written", canEditRevision, [null, "draft", "changes-requested"], OWNERS],
    ["is handed in", canSubmitRevision, ["draft", "changes-requested"], OWNERS],
    ["is dropped", canWithdrawRevision, ["draft", "submitted", "changes-requested"], OWNERS],
    ["is decided", canDecideRevision, ["submitted"], TEAM],
  ])("%s", (_, rule, expected, who) => {
    for (const name of Object.keys(people)) {
      const wanted = who.includes(name) ? expected : [];
      expect([name, open(rule, name, "published")]).toEqual([name, wanted]);
    }
  });

  test.each(MODERATION_STATES.filter((state) => state !== "published"))(
    "has no place beside a project that is %s",
    (moderation) => {
      for (const rule of [canEditRevision, canSubmitRevision, canDecideRevision]) {
        for (const name of Object.keys(people)) expect(open(rule, name, moderation)).toEqual([]);
      }
    },
  );
});
