import { expect, test } from "vitest";
import { CATALOGUES } from "../i18n/catalogues";
import { mailGroupOf } from "./mail-groups";
import { DIGEST_KINDS, mailTimingOf } from "./mail-timing";
import type { MailKind } from "./render-mail";

const KINDS = Object.keys(CATALOGUES.en.mails.kinds) as MailKind[];

test("each kind has its timing", () => {
  const timings = KINDS.map((kind) => mailTimingOf(kind));
  expect(timings.filter((timing) => !["at-once", "room", "digest"].includes(timing))).toEqual([]);
});

test("what cannot be switched off waits for no digest", () => {
  expect(DIGEST_KINDS.length).toBeGreaterThan(20);
  expect(DIGEST_KINDS.filter((kind) => mailGroupOf(kind) === null)).toEqual([]);
});

test.each([
  ...(["signInCode", "takenDown", "interestReceived", "interestAccepted", "roomMention"] as const),
  ...(["questionAsked", "projectRefused", "deadlineSoon", "roomInvitation"] as const),
])("%s is mailed at once", (kind) => {
  expect(mailTimingOf(kind)).toBe("at-once");
});
