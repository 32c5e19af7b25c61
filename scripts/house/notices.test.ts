import { expect, test } from "vitest";
import { readFacts } from "@/lib/core/events/facts";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { LOCALES } from "@/lib/core/i18n/locales";
import { type MailKind, renderMail } from "@/lib/core/mail/render-mail";
import { toNoticeGroups } from "@/lib/notifications/notice-view";
import { toldIn } from "../notices/told";
import { WORLD_ON_PAPER } from "../notices/told-world";
import { listFiles, readSource } from "./house-files";

/**
 * Who queues letters that no event causes, and their kinds: codes and links, at an address that may not be the asker’s; and
 * who queues what was told before, once it is due.
 */
const QUEUEING = [
  "lib/accounts/address.mutations.ts",
  "lib/applications/access.mutations.ts",
  "lib/core/events/record.ts",
  "lib/core/mail/queue-mail.ts",
  "lib/mailings/mutations.ts",
  "lib/moderation/team-mails.mutations.ts",
  "lib/passwords/mutations.ts",
  "lib/rooms/unread.mutations.ts",
  "lib/sessions/mutations.ts",
];
const LETTERS_ALONE: MailKind[] = [
  "signInCode",
  "passwordReset",
  "addressToConfirm",
  "addressInUse",
  "alreadyMember",
  "applicationLink",
  "digest",
  "newsletter",
  "clubNotice",
  "teamQueue",
];

const told = Object.entries(toldIn(WORLD_ON_PAPER)).flatMap(([name, { subject, tell }]) => {
  const [subjectType, subjectId] = subject;
  return tell({ name, subjectType, subjectId });
});

test.each(LOCALES)("what is told fills the words of its letter in %s", (locale) => {
  for (const { kind, facts = {}, letter } of told) {
    const data = { ...readFacts(facts, locale), ...letter?.(locale) };
    expect(() => renderMail(kind, locale, data), kind).not.toThrow();
  }
});

test.each(LOCALES)("the list of notices reads each by its facts alone in %s", (locale) => {
  for (const { kind, facts = {} } of told) {
    const row = { kind, facts, subject: "one", at: new Date(), isNew: true, isMuted: false };
    const line = toNoticeGroups([row], locale)[0]?.lines[0];
    expect(line?.text, kind).toMatch(/^[^{}]{4,}$/u);
  }
});

test("each kind of letter is caused by an event, or stands on the short list", () => {
  const known = new Set([...LETTERS_ALONE, ...told.map(({ kind }) => kind)]);
  expect([...known].sort()).toEqual(Object.keys(CATALOGUES.en.mails.kinds).sort());
});

test("no mail is queued but by record, and by who sends a letter that no event causes", () => {
  const queueing = listFiles("lib").filter(
    (file) => !file.endsWith(".test.ts") && /\bqueueMails?\b/.test(readSource(file)),
  );
  expect(queueing).toEqual(QUEUEING);
});

test("a notice keeps nothing that no letter says", () => {
  const said = JSON.stringify(CATALOGUES.fr.mails).matchAll(/\{(\w+)/g);
  const names = new Set(["to", "words", ...[...said].map(([, name]) => name)]);
  const kept = told.flatMap(({ kind, facts = {} }) =>
    Object.keys(facts).flatMap((name) => (names.has(name) ? [] : [`${kind}: ${name}`])),
  );
  expect(kept).toEqual([]);
});
