import { expect, test } from "vitest";
import { MEMBERSHIP_STATUSES } from "@/db/enums";
import { referenceItems } from "@/db/reference/lists";
import { type MadeViewer, viewerWith } from "@/db/viewer-factory";
import {
  ACCEPTED_TEXTS,
  CONSENTS,
  canGiveConsent,
  canWithdrawConsent,
  isConsent,
  PURPOSES,
} from "./policy";

const viewer = (change: Partial<MadeViewer> = {}) => viewerWith({ accountId: "own", ...change });

test("the purposes are those of the reference list", () => {
  const slugs = referenceItems("consentPurposes").map(({ slug }) => slug);
  expect([...PURPOSES].sort()).toEqual(slugs.sort());
});

test.each(MEMBERSHIP_STATUSES)("a %s account gives and withdraws its own consents", (status) => {
  for (const purpose of CONSENTS) {
    expect(canGiveConsent(viewer({ status }), purpose)).toBe(true);
    expect(canWithdrawConsent(viewer({ status }), { purpose, accountId: "own" })).toBe(true);
  }
});

test("nobody withdraws somebody else's, an administrator neither", () => {
  const consent = { purpose: "newsletter", accountId: "other" } as const;
  expect(canWithdrawConsent(viewer(), consent)).toBe(false);
  expect(canWithdrawConsent(viewer({ role: "administrator" }), consent)).toBe(false);
  expect(canWithdrawConsent(null, { purpose: "newsletter", accountId: null })).toBe(false);
  expect(canGiveConsent(null, "newsletter")).toBe(false);
});

test.each(ACCEPTED_TEXTS)("%s is accepted on joining and not taken back here", (purpose) => {
  expect(isConsent(purpose)).toBe(false);
  expect(canGiveConsent(viewer(), purpose)).toBe(false);
  expect(canWithdrawConsent(viewer(), { purpose, accountId: "own" })).toBe(false);
});

test("a club account without a profile is not asked for the directories", () => {
  const club = viewer({ memberId: null, memberSlug: null });
  expect(CONSENTS.filter((purpose) => canGiveConsent(club, purpose))).toEqual([
    "newsletter",
    "transfer-to-france",
    "event-photographs",
  ]);
});
