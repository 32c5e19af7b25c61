import { describe, expect, test } from "vitest";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { clubName } from "@/lib/core/i18n/club-name";
import { LOCALES } from "@/lib/core/i18n/locales";
import { MUTABLE_KINDS } from "@/lib/core/mail/mail-groups";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { kindExample, toNoticeGroups } from "./notice-view";

const row = {
  kind: "projectPublished",
  subject: "project one",
  facts: { title: { text: { fr: "Soieries", zh: "丝绸" } }, to: "/projects/soieries" },
  at: new Date("2026-11-26T08:00:00Z"),
  isNew: true,
  isMuted: false,
} as const;

describe("a line", () => {
  test("says what, why and where, in its reader's language", () => {
    const [line] = toNoticeGroups([row], "zh")[0]?.lines ?? [];
    expect(line?.text).toContain("丝绸");
    expect(line?.why).toBe(CATALOGUES.zh.notifications.list.why.own);
    expect(line?.href).toBe("/zh/projects/soieries");
    expect(line?.mute).toBeNull();
  });

  test.each([
    ["eventPublished", {}, "own"],
    ["cooperationRefused", {}, "own"],
    ["eventPersonNamed", { role: "manager" }, "named"],
    ["eventPersonNamed", { role: "speaker" }, "named"],
    ["eventPersonNamed", { role: "invited" }, "invited"],
    ["questionAnswered", { kind: "project" }, "asked"],
    ["questionAnswered", { kind: "ask" }, "answered"],
  ] as const)("of %s %o says why as it is: %s", (kind, facts, why) => {
    const told = { ...row, kind, facts: { ...row.facts, reason: "", ...facts } };
    const [line] = toNoticeGroups([told], "en")[0]?.lines ?? [];
    expect(line?.why).toBe((CATALOGUES.en.notifications.list.why as Record<string, string>)[why]);
  });

  test("names no club: its reader is in it", () => {
    const security = { ...row, kind: "passwordChanged", facts: {} };
    for (const locale of LOCALES) {
      const text = toNoticeGroups([security], locale)[0]?.lines[0]?.text ?? "";
      expect(text).toMatch(/^[\p{Lu}\p{Script=Han}]/u);
      expect(text).not.toMatch(/OnlyLyon|俱乐部/u);
    }
  });

  test("of what is gone opens nothing; a kind no longer known is left out", () => {
    const gone = { ...row, facts: { title: "" } };
    expect(toNoticeGroups([gone], "fr")[0]?.lines[0]?.href).toBeNull();
    expect(toNoticeGroups([{ ...row, kind: "pigeonSent" }], "fr")).toEqual([]);
  });

  test("of a kind that can be switched off offers to mute it, or to tell of it again", () => {
    const mutes = [false, true].map((isMuted) => {
      const [group] = toNoticeGroups([{ ...row, kind: "questionAsked", isMuted }], "en");
      return group?.lines[0]?.mute;
    });
    expect(mutes).toEqual(["mute", "unmute"]);
  });
});

test("what is told of one thing stands together, where its newest line stands", () => {
  const rows = [
    { ...row, subject: "project one" },
    { ...row, subject: "project two" },
    { ...row, subject: "project one", kind: "questionAsked" },
  ];
  const groups = toNoticeGroups(rows, "en");
  expect(groups.map(({ key, lines }) => [key, lines.length])).toEqual([
    ["project one", 2],
    ["project two", 1],
  ]);
});

test("every kind that can be muted has an example in each language, with nothing unfilled", () => {
  for (const locale of LOCALES) {
    for (const kind of MUTABLE_KINDS as MailKind[]) {
      const example = kindExample(kind, locale);
      expect(example, `${kind} ${locale}`).toMatch(/^[^{}]{3,}$/u);
      expect(example, `${kind} ${locale}`).not.toContain(clubName(locale));
    }
  }
});
