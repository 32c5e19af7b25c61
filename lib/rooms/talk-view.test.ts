import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { RoomMessage } from "./discussion.queries";
import { askedPage, toTalkView } from "./talk-view";

const talk = { roomId: "room", closedAt: null, total: 25, mark: "25.7.t" };
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
    text: expect.stringContaining("26 November 2026"),
  });
  expect(toTalkView(talk, [], "en").closed).toBeUndefined();
});

test("an address that asks for no page asks for the first", () => {
  expect([undefined, "", "0", "-1", "1e3", ["2"], "100000"].map(askedPage)).toEqual(
    Array(7).fill(1),
  );
  expect(askedPage("12")).toBe(12);
});
