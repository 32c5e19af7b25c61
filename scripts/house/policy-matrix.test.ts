import { afterAll, describe, expect, test } from "vitest";
import {
  MEMBERSHIP_STATUSES,
  type MembershipStatus,
  MODERATION_STATES,
  type ModerationState,
  PROGRESS_STATES,
  REVISION_STATES,
  ROLES,
  type Role,
  VISIBILITIES,
} from "@/db/enums";
import * as account from "@/lib/accounts/policy";
import * as audit from "@/lib/audit/policy";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import * as member from "@/lib/members/policy";
import * as moderation from "@/lib/moderation/policy";
import * as password from "@/lib/passwords/policy";
import * as project from "@/lib/projects/policy";
import * as session from "@/lib/sessions/policy";
import { listFiles, readSource } from "./house-files";
import {
  ACCOUNT,
  ACTORS,
  FIELD,
  MOVES,
  namedActors,
  PLAIN,
  PROJECT,
  REVISION,
} from "./policy-table";

type Actor = Viewer | null;
type Ask = (actor: Actor) => boolean;

function actorOf(name: string): Actor {
  if (name === "visitor") return null;
  const [role = "", ...rest] = name.split(".");
  const isOwn = rest[0] === "own";
  const status = (isOwn ? rest[1] : rest[0]) ?? "active";
  return {
    accountId: isOwn ? "owner" : "other",
    memberId: role === "staff" ? null : "member",
    memberSlug: null,
    role: (role === "staff" ? "administrator" : role) as Role,
    status: status as MembershipStatus,
    locale: "fr",
    theme: "system",
    sessionId: "session",
    name,
  };
}

const actors = ACTORS.map((name) => ({ name, actor: actorOf(name) }));
const tried = new Set<string>();
const tally = { cells: 0, allows: 0 };

/** One row of cells: an operation on one state by everybody. Gives the cells where the code and the table differ. */
function differing(
  operation: string,
  state: string,
  line: string | undefined,
  ask: Ask,
  among = actors,
) {
  tried.add(operation.split(" ", 1)[0] ?? "");
  if (line === undefined) return [`${operation} on ${state} is not in the table`];
  const may = namedActors(line);
  return among.flatMap(({ name, actor }) => {
    tally.cells++;
    const isAllowed = ask(actor);
    if (isAllowed && !may.has(name)) tally.allows++;
    return isAllowed === may.has(name)
      ? []
      : [`${operation} on ${state} by ${name}: ${isAllowed ? "allowed" : "refused"}`];
  });
}

const OWNER_STATES = MEMBERSHIP_STATUSES;
const lineOf = (lines: Record<string, string>, ...states: string[]) =>
  states.map((state) => lines[state]).find((line) => line !== undefined) ?? lines.others;

/** Owners are their own status; for others the owner may have any. */
const facing = (ownerStatus: MembershipStatus) =>
  actors.filter(({ actor }) => actor?.accountId !== "owner" || actor.status === ownerStatus);

const projectFacts = (state: ModerationState, ownerStatus: MembershipStatus) => ({
  moderation: state,
  ownerAccountId: "owner",
  ownerStatus,
  submittedAt: state === "draft" ? null : new Date(0),
});

type Rule<Facts> = (viewer: Actor, facts: Facts) => boolean;

describe("projects", () => {
  test.each(Object.entries(PROJECT))("%s", (name, lines) => {
    const rule = (project as unknown as Record<string, Rule<object>>)[name] as Rule<object>;
    const found = OWNER_STATES.flatMap((status) =>
      MODERATION_STATES.flatMap((state) => {
        const away = `${state}, owner away`;
        const line = status === "active" ? lineOf(lines, state) : lineOf(lines, away);
        const ask: Ask = (actor) => rule(actor, projectFacts(state, status));
        return differing(name, `${state} of a ${status} owner`, line, ask, facing(status));
      }),
    );
    expect(found).toEqual([]);
  });

  test.each(Object.entries(REVISION))("%s", (name, lines) => {
    const rule = (project as unknown as Record<string, Rule<object>>)[name] as Rule<object>;
    const found = OWNER_STATES.flatMap((status) =>
      MODERATION_STATES.flatMap((state) =>
        [null, ...REVISION_STATES].flatMap((revision) => {
          const edit = revision ?? "none";
          const line = lineOf(lines, `${state}/${edit}`, `*/${edit}`);
          const ask: Ask = (actor) => rule(actor, { ...projectFacts(state, status), revision });
          return differing(
            name,
            `${state}/${edit} of a ${status} owner`,
            line,
            ask,
            facing(status),
          );
        }),
      ),
    );
    expect(found).toEqual([]);
  });

  test("what was never handed in is its owner's alone", () => {
    const found = MODERATION_STATES.flatMap((state) => {
      const facts = { ...projectFacts(state, "active"), submittedAt: null };
      const ask: Ask = (actor) => project.canReadDossier(actor, facts);
      return differing("canReadDossier", `${state}, never handed in`, "nobody", ask);
    });
    expect(found).toEqual([]);
  });

  test("canSetProgress", () => {
    const found = MODERATION_STATES.flatMap((state) =>
      PROGRESS_STATES.flatMap((from) =>
        PROGRESS_STATES.flatMap((to) => {
          const facts = { ...projectFacts(state, "active"), progress: from };
          const isListed = from === to || MOVES.progress[from].split(" ").includes(to);
          const line = state === "published" && isListed ? "owner" : "nobody";
          const ask: Ask = (actor) => project.canSetProgress(actor, facts, to);
          return differing("canSetProgress", `${state}, ${from} → ${to}`, line, ask);
        }),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe("accounts", () => {
  const rules: Record<string, Rule<account.AccountFacts>> = {
    canSuspendAccount: account.canSuspendAccount,
    canReinstateAccount: account.canReinstateAccount,
    "canChangeRole to member": (actor, facts) => account.canChangeRole(actor, facts, "member"),
    "canChangeRole to moderator": (actor, facts) =>
      account.canChangeRole(actor, facts, "moderator"),
    "canChangeRole to administrator": (actor, facts) =>
      account.canChangeRole(actor, facts, "administrator"),
    canEraseAccount: (actor, { id }) => actor !== null && account.canEraseAccount(actor, id),
    canEndSessions: (actor, { id }) => actor !== null && session.canEndSessions(actor, id),
  };

  test.each(Object.entries(rules))("%s", (name, rule) => {
    const found = ROLES.flatMap((role) =>
      MEMBERSHIP_STATUSES.flatMap((status) => {
        const line = lineOf(ACCOUNT[name] ?? {}, status);
        const among = facing(status).filter(
          ({ actor }) => actor?.accountId !== "owner" || actor.role === role,
        );
        const ask: Ask = (actor) => rule(actor, { id: "owner", role, status });
        return differing(name, `a ${status} ${role}`, line, ask, among);
      }),
    );
    expect(found).toEqual([]);
  });

  test("the portal itself erases and signs out", () => {
    expect(account.canEraseAccount("portal", "x") && session.canEndSessions("portal", "x")).toBe(
      true,
    );
  });

  test("links and sign-in go by the account, not by who asks", () => {
    const everyone = ROLES.flatMap((role) =>
      MEMBERSHIP_STATUSES.map((status) => ({ role, status })),
    );
    const withLink = everyone.filter((one) => password.canHaveLink(one, "first-administrator"));
    expect(withLink).toEqual([{ role: "administrator", status: "active" }]);
    expect(everyone.every((one) => password.canHaveLink(one, "reset-password"))).toBe(true);
    expect(session.canSignIn({ email: "zoe@example.org" })).toBe(true);
    expect(session.canSignIn({ email: "0f@erased.invalid" })).toBe(false);
    tally.cells += 2 * everyone.length + 2;
    for (const name of ["canHaveLink", "canSignIn"]) tried.add(name);
  });
});

test("member fields by level", () => {
  const found = VISIBILITIES.flatMap((level) => {
    const ask: Ask = (actor) => member.canSeeField(actor, { accountId: "owner" }, level);
    return differing("canSeeField", level, FIELD[level], ask);
  });
  expect(found).toEqual([]);
});

test("profile, drafts, queue, accounts and trail", () => {
  const rules: Record<string, Ask> = {
    canEditMember: (actor) => actor !== null && member.canEditMember(actor, { accountId: "owner" }),
    canDraftProject: project.canDraftProject,
    canOpenQueue: moderation.canOpenQueue,
    canListAccounts: moderation.canListAccounts,
    canReadTrail: audit.canReadTrail,
  };
  const found = Object.entries(rules).flatMap(([name, ask]) =>
    differing(name, "anything", PLAIN[name], ask),
  );
  expect(found).toEqual([]);
});

test.each([
  ["account", account.ACCOUNT_MOVES],
  ["project", project.PROJECT_MOVES],
  ["revision", project.REVISION_MOVES],
  ["progress", project.PROGRESS_MOVES],
] as const)("moves of a %s", (name, moves) => {
  const listed = Object.entries(MOVES[name]).map(([from, to]) => [
    from,
    to.split(" ").filter(Boolean).sort(),
  ]);
  const coded = Object.entries(moves).map(([from, to]) => [from, [...to].sort()]);
  tally.cells += coded.length ** 2;
  expect(Object.fromEntries(coded)).toEqual(Object.fromEntries(listed));
});

test("every rule of every policy is in the matrix", () => {
  const exported = listFiles("lib", /^policy\.ts$/).flatMap((file) =>
    [...readSource(file).matchAll(/^export (?:async )?(?:function|const) (can\w+)/gm)].map(
      ([, name]) => name ?? "",
    ),
  );
  expect(exported.length).toBeGreaterThan(20);
  expect([...tried].sort()).toEqual(exported.sort());
});

afterAll(() => {
  console.info(`cells tried: ${tally.cells}, unexpected allows: ${tally.allows}`);
});
