import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { toInboxView } from "./inbox-view";
import type { InterestList, InterestRow } from "./queries";

const none = { all: 0, new: 0, "in-talks": 0, accepted: 0, ended: 0 };
const row = {
  id: "0b7c",
  state: "sent",
  stateAt: new Date(),
  createdAt: new Date("2026-11-20T08:00:00Z"),
  question: null,
  title: { fr: "Achats groupés" },
  originalLocale: "fr",
  shownSectors: [],
  slug: null,
  familyName: null,
  givenName: null,
  nameOrder: null,
  nameZh: null,
  portrait: null,
} satisfies InterestRow;
const list: InterestList = {
  rows: [row],
  counts: { received: { ...none, all: 30, new: 30 }, sent: { ...none, all: 2, ended: 2 } },
  mark: "mark",
  page: 2,
  pageCount: 2,
};
const received = { side: "received", group: null, page: 2 } as const;

test("both sides and each state lead to their first page, with how many they hold", () => {
  const { sides, groups, href } = toInboxView(list, { ...received, group: "new" }, "fr");
  expect(sides.map(({ href: to, count, current }) => [to, count, current])).toEqual([
    ["/fr/interests", 30, true],
    ["/fr/interests?side=sent", 2, false],
  ]);
  expect(groups.map(({ href: to, count }) => [to, count]).slice(0, 2)).toEqual([
    ["/fr/interests", 30],
    ["/fr/interests?group=new", 30],
  ]);
  expect(groups.filter(({ current }) => current)).toHaveLength(1);
  expect(href).toBe("/fr/interests?group=new");
});

test("a row says whose turn it is, its project in its language, and nobody's name before acceptance", () => {
  const t = getTranslator("zh", "interests");
  const [mine] = toInboxView(list, received, "zh").rows;
  expect(mine).toMatchObject({
    href: "/zh/interests/0b7c",
    title: { text: "Achats groupés", lang: "fr-FR" },
    stateWords: t("state.received"),
    turn: t("turn.mine"),
  });
  expect(mine?.from).toContain(t("other.member"));
  const [theirs] = toInboxView(list, { ...received, side: "sent" }, "zh").rows;
  expect(theirs).not.toHaveProperty("turn");
  expect(theirs?.stateWords).toBe(t("state.sent"));
});

test("an empty page says why, and where to go", () => {
  const empty = { ...list, rows: [], counts: { received: none, sent: none } };
  const wayOf = (filters: Parameters<typeof toInboxView>[1]) =>
    toInboxView(empty, filters, "en").empty?.way.href;
  expect(wayOf(received)).toBe("/en/projects?mine=1");
  expect(wayOf({ ...received, side: "sent" })).toBe("/en/projects");
  expect(wayOf({ ...received, group: "ended" })).toBe("/en/interests");
  expect(toInboxView(list, received, "en").empty).toBeUndefined();
});
