import { expect, test } from "vitest";
import type { MembershipStatus } from "@/db/enums";
import { viewerWith } from "@/db/viewer-factory";
import { type OpinionGround, opinionRefusal } from "./opinions.policy";

const member = (status: MembershipStatus = "active", memberId: string | null = "me") =>
  viewerWith({ accountId: "my-account", memberId, status });

const open: OpinionGround = {
  moderation: "published",
  ownerAccountId: "author",
  ownerStatus: "active",
  isHidden: false,
  isSigned: true,
  isColleague: false,
  isListed: true,
  hasSpoken: false,
};

test.each([
  [{}, null],
  [{ moderation: "submitted" }, "notFound"],
  [{ moderation: "withdrawn", ownerAccountId: "my-account" }, "notFound"],
  [{ ownerStatus: "suspended" }, "notFound"],
  [{ isHidden: true }, "notFound"],
  [{ ownerAccountId: "my-account" }, "opinionOwn"],
  [{ isColleague: true }, "opinionColleague"],
  // Nobody learns who an unnamed author works with.
  [{ isSigned: false, isColleague: true }, "opinionUnsigned"],
  [{ isListed: false }, "opinionUnlisted"],
  [{ hasSpoken: true }, "opinionGiven"],
] as const)("of an experience with %j: %s", (part, refusal) => {
  expect(opinionRefusal(member(), { ...open, ...part } as OpinionGround)).toBe(refusal);
});

test.each(["pending", "suspended", "lapsed", "left"] as const)("not as a %s member", (status) => {
  expect(opinionRefusal(member(status), open)).toBe("notFound");
});

test("nor without a profile, nor as a visitor", () => {
  expect(opinionRefusal(member("active", null), open)).toBe("notFound");
  expect(opinionRefusal(null, open)).toBe("notFound");
});
