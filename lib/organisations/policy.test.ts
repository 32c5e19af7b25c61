import { describe, expect, test } from "vitest";
import { type AffiliationRole, PAGE_VISIBILITIES, type PageVisibility } from "@/db/enums";
import { type MadeViewer, viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  canCreateOrganisation,
  canEditOrganisation,
  canRemoveOrganisation,
  canSeeOrganisation,
  defaultVisibility,
} from "./policy";

const viewer = (change: Partial<MadeViewer> = {}) =>
  viewerWith({ accountId: "account", ...change });

const viewers = {
  visitor: null,
  suspended: viewer({ status: "suspended" }),
  pending: viewer({ status: "pending" }),
  member: viewer(),
  moderator: viewer({ role: "moderator" }),
  administrator: viewer({ role: "administrator" }),
};

type Who = keyof typeof viewers;

const everybody = Object.keys(viewers) as Who[];
const active: Who[] = ["member", "moderator", "administrator"];
const team: Who[] = ["moderator", "administrator"];

const whoMay = (can: (viewer: Viewer | null) => boolean) =>
  everybody.filter((who) => can(viewers[who]));

const organisation = (visibility: PageVisibility, role: AffiliationRole | null = null) => ({
  visibility,
  role,
});

describe("an organisation is seen", () => {
  test.each<[PageVisibility, AffiliationRole | null, Who[]]>([
    ["public", null, everybody],
    ["members", null, active],
    ["team", null, team],
    ["self", null, ["administrator"]],
    ["public", "person", everybody],
    ["members", "person", active],
    ["team", "person", active],
    ["self", "person", active],
  ])("%s, by whoever is %s in it: %j", (visibility, role, who) => {
    expect(whoMay((one) => canSeeOrganisation(one, organisation(visibility, role)))).toEqual(who);
  });
});

describe("an organisation is changed", () => {
  test.each<[PageVisibility, AffiliationRole | null, Who[]]>([
    ["members", null, ["administrator"]],
    ["members", "person", ["administrator"]],
    ["members", "manager", active],
    ["self", "manager", active],
    ["self", "person", ["administrator"]],
    ["self", null, ["administrator"]],
    ["team", null, ["administrator"]],
  ])("%s, by whoever is %s in it: %j", (visibility, role, who) => {
    const facts = organisation(visibility, role);
    expect(whoMay((one) => canEditOrganisation(one, facts))).toEqual(who);
    expect(whoMay((one) => canRemoveOrganisation(one, { ...facts, isInUse: false }))).toEqual(who);
    expect(whoMay((one) => canRemoveOrganisation(one, { ...facts, isInUse: true }))).toEqual([]);
  });

  test("not by an account without a profile, unless it administers", () => {
    const club = viewer({ memberId: null });
    expect(canEditOrganisation(club, organisation("members", "manager"))).toBe(false);
  });
});

test("members make one for themselves, the club team for anybody", () => {
  expect(whoMay((one) => canCreateOrganisation(one, "member"))).toEqual(active);
  expect(whoMay((one) => canCreateOrganisation(one, "somebody-else"))).toEqual(team);
  expect(canCreateOrganisation(viewer({ memberId: null }), "member")).toBe(false);
});

test.each([
  ["university-school", "public"],
  ["public-institution", "public"],
  ["association", "public"],
  ["sme", "members"],
  ["chinese-company", "members"],
  ["media", "members"],
])("a new %s is %s", (kind, visibility) => {
  expect(defaultVisibility(kind)).toBe(visibility);
  expect(PAGE_VISIBILITIES).toContain(visibility);
});
