import { describe, expect, test } from "vitest";
import { MEMBERSHIP_STATUSES, ROLES, VISIBILITIES, type Visibility } from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  canEditMember,
  canSeeField,
  levelOf,
  sightOf,
  VIEW_AS,
  type ViewAs,
  visibleLevels,
} from "./policy";

const OWNER = { accountId: "owner" };

const everybody: [string, Viewer | null][] = [
  ["a visitor", null],
  ...ROLES.flatMap((role) =>
    MEMBERSHIP_STATUSES.map((status): [string, Viewer] => [
      `${status} ${role}`,
      viewerWith({ role, status }),
    ]),
  ),
];

/** The whole table: every viewer not named here sees `public` alone. */
const SEEN: Record<string, Visibility[]> = {
  "lapsed member": ["public", "members"],
  "lapsed moderator": ["public", "members"],
  "lapsed administrator": ["public", "members"],
  "active member": ["public", "members"],
  "active moderator": ["public", "members", "team"],
  "active administrator": ["public", "members", "team"],
};

describe("somebody else's field", () => {
  test.each(everybody)("%s", (name, who) => {
    const seen = VISIBILITIES.filter((level) => canSeeField(who, OWNER, level));
    expect(seen).toEqual(SEEN[name] ?? ["public"]);
    expect(visibleLevels(who)).toEqual(seen);
    const shared = canSeeField(who, { ...OWNER, isContact: true }, "contacts");
    expect(shared).toBe(who?.status === "active" || who?.status === "lapsed");
  });
});

test.each(MEMBERSHIP_STATUSES)("owners see all of their own, also when %s", (status) => {
  const owner = viewerWith({ accountId: "owner", status });
  expect(VISIBILITIES.every((level) => canSeeField(owner, OWNER, level))).toBe(true);
});

test("contacts are closed to everybody until they say otherwise", () => {
  expect(levelOf({}, "phone")).toBe("contacts");
  expect(levelOf({ phone: "members" }, "phone")).toBe("members");
  expect(levelOf({}, "bio")).toBe("members");
});

test("a borrowed sight never counts as one's own", () => {
  expect(sightOf(viewerWith({ role: "administrator" }), "public")).toEqual({
    accountId: null,
    levels: ["public"],
  });
});

test("each preview shows what the policy opens to whoever it names", () => {
  const eyes: Record<ViewAs, [Viewer | null, boolean]> = {
    public: [null, false],
    members: [viewerWith({}), false],
    contacts: [viewerWith({}), true],
    team: [viewerWith({ role: "moderator" }), false],
  };
  for (const as of VIEW_AS) {
    const [who, isContact] = eyes[as];
    const open = VISIBILITIES.filter((level) => canSeeField(who, { ...OWNER, isContact }, level));
    const { levels, accountId, contactOf } = sightOf(viewerWith({ accountId: "owner" }), as);
    expect([as, VISIBILITIES.filter((level) => levels.includes(level))]).toEqual([as, open]);
    expect([accountId, contactOf]).toEqual([null, undefined]);
  }
});

test("a profile is edited by its active owner alone", () => {
  const allowed = [...everybody, ["the owner", viewerWith({ accountId: "owner" })] as const]
    .filter(([, who]) => who && canEditMember(who, OWNER))
    .map(([name]) => name);
  expect(allowed).toEqual(["the owner"]);
  expect(canEditMember(viewerWith({ accountId: "owner", status: "suspended" }), OWNER)).toBe(false);
});

// `contacts_of` holds both ways to become one.
test.each([
  ["fr", "manifestation d’intérêt", "échange"],
  ["en", "expression of interest", "exchange"],
  ["zh", "合作意向", "交流邀请"],
] as const)(
  "%s: an accepted contact is told alike where fields are set and where they are previewed",
  (locale, ...ways) => {
    const t = getTranslator(locale, "members");
    for (const way of ways) {
      expect(t("profile.groups.contactsHint")).toContain(way);
      expect(t("member.previewContacts")).toContain(way);
    }
  },
);
