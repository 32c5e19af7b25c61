import ICAL from "ical.js";
// @ts-expect-error: it comes without types.
import Vcf from "vcf";
import { describe, expect, test } from "vitest";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Contacts, MemberPage } from "./queries";
import { writeVcard } from "./vcard";

const lin: MemberPage = {
  id: "id",
  slug: "lin-meihua",
  isOwn: false,
  isListed: true,
  isHidden: false,
  isBlocked: false,
  status: "active",
  names: { familyName: "Lin", givenName: "Meihua", nameOrder: "family-first" },
  nameZh: "林美桦",
  portrait: null,
  originalLocale: "zh",
  jobTitle: { zh: "会长", fr: "Présidente" },
  bio: null,
  offers: null,
  needs: null,
  languages: null,
  sectors: null,
  cities: null,
  organisation: { fr: "Pont Rhône ; Perles, association", zh: "罗讷—珠江之桥协会" },
  stale: {},
  clubFunction: null,
  joinedOn: null,
};

const contacts: Contacts = {
  email: "lin.meihua@example.org",
  phone: "+86 138 0013 8000",
  wechat: "meihua_lin",
};

const write = (
  change: Partial<MemberPage> = {},
  shown: Contacts | null = contacts,
  locale: Locale = "fr",
) =>
  writeVcard({ ...lin, ...change }, shown, {
    locale,
    url: `https://club.example/${locale}/members/lin-meihua`,
    club: "OnlyLyon China Business Club",
    now: new Date("2026-11-25T04:05:06.789Z"),
  });

type Property = [name: string, parameters: Record<string, string>, type: string, value: unknown];

/** Read back by a parser that is not ours. */
function readBack(card: string): Record<string, unknown> {
  const [kind, properties] = ICAL.parse(card) as [string, Property[]];
  expect(kind).toBe("vcard");
  expect(new Set(properties.map(([name]) => name)).size).toBe(properties.length);
  return Object.fromEntries(properties.map(([name, , , value]) => [name, value]));
}

/** And by a second one, which gives values as they are written: with their backslashes. */
type Parsed = { get(name: string): { valueOf(): string } | undefined };

function readBySecond(card: string): Parsed {
  const cards: Parsed[] = Vcf.parse(card);
  expect(cards).toHaveLength(1);
  return cards[0] as Parsed;
}

const UID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("a French reader gets the Latin name, the Chinese one beside it", () => {
  expect(readBack(write())).toEqual({
    version: "3.0",
    uid: expect.stringMatching(UID),
    n: ["Lin", "Meihua", "", "", ""],
    fn: "Lin Meihua",
    nickname: "林美桦",
    org: "Pont Rhône ; Perles, association",
    title: "Présidente",
    email: "lin.meihua@example.org",
    tel: "+8613800138000",
    "x-wechat": "meihua_lin",
    note: "OnlyLyon China Business Club\nWeChat: meihua_lin",
    url: "https://club.example/fr/members/lin-meihua",
    rev: "2026-11-25T04:05:06Z",
  });
});

test("a Chinese reader gets the Chinese name, the Latin one beside it", () => {
  expect(readBack(write({}, contacts, "zh"))).toMatchObject({
    n: ["林", "美桦", "", "", ""],
    fn: "林美桦",
    "sort-string": "Lin Meihua",
    nickname: "Lin Meihua",
    org: "罗讷—珠江之桥协会",
    title: "会长",
    url: "https://club.example/zh/members/lin-meihua",
  });
});

test.each([
  ["欧阳娜娜", ["欧阳", "娜娜", "", "", ""]],
  ["阿加特·韦尔努", ["", "阿加特·韦尔努", "", "", ""]],
])("%s is split as %j for a Chinese reader", (nameZh, n) => {
  expect(readBack(write({ nameZh }, null, "zh"))).toMatchObject({ n, fn: nameZh });
});

test("a Latin name needs no other to be sorted by", () => {
  expect(readBack(write())).not.toHaveProperty("sort-string");
  expect(readBack(write({ names: null }, null, "zh"))).not.toHaveProperty("sort-string");
});

test("the order of a Latin name is its owner's", () => {
  const names = { familyName: "Vernoux", givenName: "Agathe", nameOrder: "given-first" } as const;
  const card = readBack(write({ names, nameZh: null }, null, "zh"));
  expect(card).toMatchObject({ n: ["Vernoux", "Agathe", "", "", ""], fn: "Agathe Vernoux" });
  expect(card).not.toHaveProperty("nickname");
});

test("a card fetched again is the same person's, in every language; another's is another; no id shows", () => {
  const id = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
  const uid = (card: string) => readBack(card).uid;
  expect(uid(write({ id }, null, "zh"))).toBe(uid(write({ id, slug: "renamed" })));
  expect(uid(write({ id }))).not.toBe(uid(write()));
  expect(write({ id })).not.toContain(id);
});

test.each(["fr", "en", "zh"] as const)("two libraries read the same card in %s", (locale) => {
  const card = write({}, contacts, locale);
  const first = readBack(card);
  const second = readBySecond(card);
  for (const name of ["uid", "fn", "nickname", "org", "title", "email", "tel", "url", "rev"]) {
    const value = second.get(name)?.valueOf().replace(/\\(.)/g, "$1");
    expect([name, value]).toEqual([name, first[name]]);
  }
});

describe("what the reader may not see has no line", () => {
  test("no contact, no Chinese name, no organisation, no title", () => {
    const card = readBack(write({ nameZh: null, organisation: null, jobTitle: null }, null));
    expect(Object.keys(card)).toEqual(["version", "uid", "n", "fn", "note", "url", "rev"]);
    expect(card.note).toBe("OnlyLyon China Business Club");
  });

  test.each(["email", "phone", "wechat"] as const)("no %s alone", (field) => {
    const card = write({}, { ...contacts, [field]: null });
    expect(card).not.toContain(contacts[field]?.replaceAll(" ", ""));
    expect(card.match(/^(EMAIL|TEL|X-WECHAT)/gm)).toHaveLength(2);
  });
});

describe("as the standard writes it", () => {
  const long = `${"里昂—广州丝绸与纳米技术联合研究中心，".repeat(8)}\\ ; , 𠮷`;
  const card = write({ organisation: { zh: long }, jobTitle: { fr: "Ligne une\r\nBEGIN:VCARD" } });

  test("lines have at most 75 octets, end in CRLF and cut no character", () => {
    const lines = card.split("\r\n");
    expect(lines.pop()).toBe("");
    expect(card.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(card.isWellFormed()).toBe(true);
  });

  test("separators, breaks and long texts come back as they were; no text opens a card", () => {
    expect(readBack(card)).toMatchObject({ org: long, title: "Ligne une\nBEGIN:VCARD" });
  });

  test.each([
    ["+33 6 39 98 00 12", "TEL;TYPE=CELL:+33639980012"],
    ["0033 (0)4 72 00 00 00", "TEL;TYPE=VOICE:+33472000000"],
    ["+86 10 1234 5678", "TEL;TYPE=VOICE:+861012345678"],
    ["04 72 00 00 00; 12", "TEL;TYPE=VOICE:04 72 00 00 00\\; 12"],
  ])("the number %s is %s", (phone, line) => {
    expect(write({}, { ...contacts, phone })).toContain(`\r\n${line}\r\n`);
  });
});
