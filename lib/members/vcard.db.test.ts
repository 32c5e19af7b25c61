import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { Visibility } from "@/db/enums";
import { makeMember, makeOrganisation } from "@/db/factories";
import { memberContacts } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getMember, getMemberContacts } from "./queries";
import { writeVcard } from "./vcard";

type Member = Awaited<ReturnType<typeof makeMember>>;

const shown: Record<string, Visibility> = {
  email: "members",
  phone: "team",
  wechat: "self",
  organisation: "contacts",
};

let lin: Member;
let other: Member;
let moderator: Member;

beforeAll(() =>
  transaction(async (tx) => {
    lin = await makeMember(tx, {
      familyName: "Lin",
      givenName: "Meihua",
      nameOrder: "family-first",
      nameZh: "林美桦",
      jobTitle: { fr: "Présidente", zh: "会长" },
      originalLocale: "zh",
      visibility: shown,
    });
    await makeOrganisation(tx, { name: { fr: "Passerelles Rhône-Perles" } }, [lin]);
    const contacts = { email: "lin@example.org", phone: "+8613800138000", wechat: "meihua_lin" };
    await tx.update(memberContacts).set(contacts).where(eq(memberContacts.memberId, lin.memberId));
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  }),
);

afterAll(closeDatabase);

async function cardFor(viewer: Viewer, locale: Locale): Promise<Record<string, unknown>> {
  const member = await getMember(viewer, lin.memberSlug);
  if (!member) throw new Error("no page");
  const contacts = await getMemberContacts(viewer, lin.memberId);
  const setting = { locale, url: "https://club.example/x", club: "Club", now: new Date() };
  const [, lines] = ICAL.parse(writeVcard(member, contacts, setting)) as [
    string,
    [string, unknown, string, unknown][],
  ];
  return Object.fromEntries(lines.map(([name, , , value]) => [name, value]));
}

test("another member, in French: the address they may see, and no trace of the rest", async () => {
  const { rev: _, ...card } = await cardFor(other, "fr");
  expect(card).toEqual({
    version: "3.0",
    uid: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    n: ["Lin", "Meihua", "", "", ""],
    fn: "Lin Meihua",
    nickname: "林美桦",
    title: "Présidente",
    email: "lin@example.org",
    note: "Club",
    url: "https://club.example/x",
  });
});

test("another member, in Chinese", async () => {
  expect(await cardFor(other, "zh")).toMatchObject({
    n: ["林", "美桦", "", "", ""],
    fn: "林美桦",
    nickname: "Lin Meihua",
    title: "会长",
  });
});

test("the club team reads what is shown to it; the owner everything", async () => {
  const forTeam = await cardFor(moderator, "fr");
  expect(forTeam).toMatchObject({ tel: "+8613800138000" });
  expect(forTeam).not.toHaveProperty("x-wechat");
  expect(await cardFor(lin, "fr")).toMatchObject({
    org: "Passerelles Rhône-Perles",
    tel: "+8613800138000",
    "x-wechat": "meihua_lin",
    note: "Club\nWeChat: meihua_lin",
  });
});
