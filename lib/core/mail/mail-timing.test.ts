import { expect, test } from "vitest";
import { CATALOGUES } from "../i18n/catalogues";
import { LOCALES } from "../i18n/locales";
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
  // Whoever declined may say why, which stands in the letter alone.
  "translationDeclined" as const,
])("%s is mailed at once", (kind) => {
  expect(mailTimingOf(kind)).toBe("at-once");
});

type Catalogue = (typeof CATALOGUES)["en"];
const SHEETS = [
  "project",
  "experience",
  "cooperation",
  "event",
  "heritage",
  "page",
  "ask",
] as const;

test.each([
  ["roomPersonLeft", (of: Catalogue) => of.rooms.people.leaveText],
  ["roomClosed", (of: Catalogue) => of.rooms.people.closeText],
  ["roomPersonJoined", (of: Catalogue) => of.rooms.mine.returnText],
  ["experienceEndorsed", (of: Catalogue) => of.opinions.noneOwn],
  ["translationAccepted", (of: Catalogue) => of.notices.translationsOffered],
  ...SHEETS.map(
    (kind) => ["translationPublished", (of: Catalogue) => of.translations[kind].accepted] as const,
  ),
] as const)("%s waits for the digest, and no page promises a mail of it", (kind, said) => {
  expect(mailTimingOf(kind)).toBe("digest");
  for (const locale of LOCALES) {
    expect(said(CATALOGUES[locale])).not.toMatch(/e-?mail|邮件/iu);
  }
});
