import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { RoomMessage } from "./discussion.queries";
import { askedPage, toTalkView } from "./talk-view";

const talk = { roomId: "room", closedAt: null, total: 25, machine: null, mark: "25.7.t" };
const odile = {
  memberId: "odile",
  slug: "odile-verchamp",
  name: { text: "Odile Verchamp", isChinese: false, other: null },
  hasPage: true,
  isSelf: false,
};
const gone = { memberId: null, slug: null, name: null, hasPage: false, isSelf: false };
const message: RoomMessage = {
  id: "one",
  words: "Les échantillons sont partis.",
  createdAt: new Date("2026-11-26T08:30:00Z"),
  isHidden: false,
  author: odile,
  authorLocale: "fr",
  isAuthorHere: true,
  machine: null,
  mentions: [],
};

test.each(LOCALES)("a message says who wrote it and when, in the reader's words (%s)", (locale) => {
  const { messages, pageCount, mark } = toTalkView(talk, [message], locale);
  expect({ pageCount, mark }).toEqual({ pageCount: 2, mark: "25.7.t" });
  expect(messages).toMatchObject([
    {
      id: "one",
      author: { name: { text: "Odile Verchamp" }, href: `/${locale}/members/odile-verchamp` },
      words: message.words,
    },
  ]);
  expect(messages[0]?.when).toMatch(/26/);
  expect(messages[0]).not.toHaveProperty("to");
});

test("words in Chinese say so to whoever reads in another language", () => {
  const said = { ...message, words: "可以，广州团队下周参加。" };
  const langIn = (locale: Locale) => toTalkView(talk, [said], locale).messages[0]?.lang;
  expect([langIn("fr"), langIn("en"), langIn("zh")]).toEqual(["zh-Hans", "zh-Hans", undefined]);
  expect(toTalkView(talk, [message], "en").messages[0]).not.toHaveProperty("lang");
});

test("who is gone has neither a name nor a page, and who is not reached no page", () => {
  const mentions = [{ ...odile, hasPage: false }, gone];
  const [only] = toTalkView(talk, [{ ...message, author: gone, mentions }], "fr").messages;
  expect(only?.author).toEqual({});
  expect(only?.to).toEqual([{ name: odile.name }, {}]);
});

test("that a room was closed meanwhile is told with the day", () => {
  const { closed } = toTalkView({ ...talk, closedAt: new Date("2026-11-26T08:30:00Z") }, [], "en");
  expect(closed).toEqual({
    title: "This project room is closed",
    text: expect.stringContaining("26\u00a0November 2026"),
  });
  expect(toTalkView(talk, [], "en").closed).toBeUndefined();
});

describe("a machine", () => {
  const open = { ...talk, machine: "LibreTranslate, Lyon" };
  const first = (one: Partial<RoomMessage>, locale: Locale) =>
    toTalkView(open, [{ ...message, ...one }], locale).messages[0];

  test("is offered under the words of somebody else who is there, once all said yes", () => {
    expect(first({}, "zh")).toMatchObject({ isForMachine: true });
    expect(first({ words: "样品已经寄出。" }, "fr")).toMatchObject({ isForMachine: true });
    expect(first({}, "en")).toMatchObject({ isForMachine: true });
    expect(first({ authorLocale: "zh" }, "zh")).toMatchObject({ isForMachine: true });
    const not = [
      toTalkView(talk, [message], "zh").messages[0],
      first({}, "fr"),
      first({ words: "样品已经寄出。" }, "zh"),
      first({ author: { ...odile, isSelf: true } }, "zh"),
      first({ isAuthorHere: false }, "zh"),
      first({ isHidden: true }, "zh"),
      first({ machine: { state: "made", words: "寄出了。", madeBy: "X" } }, "zh"),
      first({ machine: { state: "pending", words: null, madeBy: "X" } }, "zh"),
    ];
    for (const one of not) expect(one).not.toHaveProperty("isForMachine");
  });

  test.each(LOCALES)("says whose words they are, and that nobody read them (%s)", (locale) => {
    const made = first({ machine: { state: "made", words: "<b>x</b>", madeBy: "Wei" } }, locale);
    expect(made?.machine?.words).toBe("<b>x</b>");
    expect(made?.machine?.note).toContain("Wei");
    const failed = first({ machine: { state: "failed", words: null, madeBy: "Wei" } }, locale);
    expect(failed?.machine).not.toHaveProperty("words");
  });

  test("that did not answer may be asked again", () => {
    const failed = { state: "failed", words: null, madeBy: "Wei" } as const;
    expect(first({ machine: failed }, "zh")).toMatchObject({ isForMachine: true });
  });
});

test("an address that asks for no page asks for the first", () => {
  expect([undefined, "", "0", "-1", "1e3", ["2"], "100000"].map(askedPage)).toEqual(
    Array(7).fill(1),
  );
  expect(askedPage("12")).toBe(12);
});
