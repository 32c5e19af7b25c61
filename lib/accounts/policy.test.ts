import { describe, expect, test } from "vitest";
import { MEMBERSHIP_STATUSES, ROLES } from "@/db/enums";
import { type MadeViewer, viewerWith } from "@/db/viewer-factory";
import {
  ACCOUNT_MOVES,
  type AccountFacts,
  canChangeRole,
  canEraseAccount,
  canLapseAccount,
  canReinstateAccount,
  canSuspendAccount,
} from "./policy";

const viewer = (values: Partial<MadeViewer> = {}) =>
  viewerWith({ accountId: "one", memberId: null, role: "administrator", ...values });

const account = (values: Partial<AccountFacts> = {}): AccountFacts => ({
  id: "other",
  role: "member",
  status: "active",
  ...values,
});

const everyViewer = ROLES.flatMap((role) =>
  MEMBERSHIP_STATUSES.map((status) => viewer({ role, status })),
);

describe("who decides on accounts", () => {
  test("only active administrators, of every role and status", () => {
    const able = everyViewer.filter(
      (one) =>
        canSuspendAccount(one, account()) ||
        canReinstateAccount(one, account({ status: "suspended" })) ||
        canChangeRole(one, account()),
    );
    expect(able.map(({ role, status }) => `${role} ${status}`)).toEqual(["administrator active"]);
  });

  test("no visitor", () => {
    expect(canSuspendAccount(null, account())).toBe(false);
    expect(canReinstateAccount(null, account({ status: "suspended" }))).toBe(false);
    expect(canChangeRole(null, account())).toBe(false);
  });

  test("nobody on their own account", () => {
    const own = account({ id: "one", role: "administrator" });
    expect(canSuspendAccount(viewer(), own)).toBe(false);
    expect(canReinstateAccount(viewer(), { ...own, status: "suspended" })).toBe(false);
    expect(canChangeRole(viewer(), own)).toBe(false);
  });
});

describe("what may be done by status", () => {
  const by = (can: (facts: AccountFacts) => boolean) =>
    MEMBERSHIP_STATUSES.filter((status) => can(account({ status })));

  test("suspended: active and lapsed accounts", () => {
    expect(by((facts) => canSuspendAccount(viewer(), facts))).toEqual(["active", "lapsed"]);
  });

  test("lapsed: active accounts", () => {
    expect(by((facts) => canLapseAccount(viewer(), facts))).toEqual(["active"]);
  });

  test("reinstated: suspended and lapsed accounts", () => {
    expect(by((facts) => canReinstateAccount(viewer(), facts))).toEqual(["suspended", "lapsed"]);
  });

  test("given a team role: active accounts; made a member again: all but those that left", () => {
    expect(by((facts) => canChangeRole(viewer(), facts, "moderator"))).toEqual(["active"]);
    expect(by((facts) => canChangeRole(viewer(), facts, "member"))).not.toContain("left");
  });

  test("leaving is final and open from everywhere else", () => {
    expect(ACCOUNT_MOVES.left).toEqual([]);
    const others = MEMBERSHIP_STATUSES.filter((status) => status !== "left");
    for (const status of others) expect(ACCOUNT_MOVES[status]).toContain("left");
  });
});

test("one is erased by oneself or on the server, by no administrator", () => {
  expect(canEraseAccount(viewer(), "one")).toBe(true);
  expect(canEraseAccount("portal", "one")).toBe(true);
  expect(canEraseAccount(viewer(), "other")).toBe(false);
});
