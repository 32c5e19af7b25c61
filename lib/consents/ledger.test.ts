import { expect, test } from "vitest";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { PORTAL_TEXTS } from "./consent-texts";
import { readLedger } from "./ledger";
import type { OwnConsent } from "./queries";

const viewer = { accountId: "own", memberId: "member" } as Viewer;

const row = (purpose: string, day: number, endDay: number | null = null, textVersion = 1) =>
  ({
    id: `${purpose}${day}`,
    purpose,
    textVersion,
    locale: "fr",
    givenAt: new Date(2026, 0, day),
    withdrawnAt: endDay === null ? null : new Date(2026, 0, endDay),
  }) satisfies OwnConsent;

const stateOf = (purpose: string, rows: OwnConsent[]) =>
  readLedger(viewer, rows, PORTAL_TEXTS).consents.find((line) => line.purpose === purpose);

test("nothing given: every consent that concerns a member, none living", () => {
  const { consents, accepted, past } = readLedger(viewer, [], PORTAL_TEXTS);
  expect(consents).toHaveLength(5);
  expect(consents.every(({ living, endedAt }) => living === null && endedAt === null)).toBe(true);
  expect([accepted, past]).toEqual([[], []]);
});

test("given again after a withdrawal: it lives, and what ended is in the past", () => {
  const rows = [row("newsletter", 20), row("newsletter", 1, 10)];
  expect(stateOf("newsletter", rows)).toMatchObject({ living: rows[0], endedAt: null });
  expect(readLedger(viewer, rows, PORTAL_TEXTS).past).toEqual([rows[1]]);
});

test("withdrawn: the day of the last withdrawal", () => {
  const rows = [row("newsletter", 1, 3), row("newsletter", 5, 9)];
  expect(stateOf("newsletter", rows)).toMatchObject({
    living: null,
    endedAt: rows[1]?.withdrawnAt,
  });
});

test("an older text agreed to says so", () => {
  expect(stateOf("newsletter", [row("newsletter", 1, null, 0)])?.isOutdated).toBe(true);
  expect(stateOf("newsletter", [row("newsletter", 1)])?.isOutdated).toBe(false);
});

test("accepted texts stand apart, in the order of the list", () => {
  const rows = [row("privacy-notice", 1), row("charter", 1), row("newsletter", 1)];
  const { accepted } = readLedger(viewer, rows, PORTAL_TEXTS);
  expect(accepted.map(({ purpose }) => purpose)).toEqual(["charter", "privacy-notice"]);
});
