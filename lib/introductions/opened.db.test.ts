import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import type { IntroductionAnswer, Visibility } from "@/db/enums";
import { VISIBILITIES } from "@/db/enums";
import { makeMember, makeOrganisation } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { memberContacts } from "@/db/schema/members";
import { FIELDS, type MemberField } from "@/lib/members/policy";
import { getMember, getMemberContacts } from "@/lib/members/queries";
import { writeVcard } from "@/lib/members/vcard";
import { getIntroduction } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

const TEXTS = ["jobTitle", "bio", "offers", "needs"] as const;
const LISTS = { languages: "pt", sectors: "textile-fashion", cities: "ningbo" } as const;
/** A portrait has a file, and is no text. */
const TRIED = FIELDS.filter((field) => field !== "portrait");

let reader: Member;

beforeAll(async () => {
  reader = await transaction((tx) => makeMember(tx));
});

afterAll(closeDatabase);

/** Somebody all of whose fields are of one level, each with a mark of its own. */
const join = (level: Visibility): Promise<Member> =>
  transaction(async (tx) => {
    const visibility = Object.fromEntries(FIELDS.map((field) => [field, level]));
    const texts = Object.fromEntries(TEXTS.map((field) => [field, { fr: `canari-${field}` }]));
    const lists = Object.fromEntries(Object.entries(LISTS).map(([name, one]) => [name, [one]]));
    const one = await makeMember(tx, { ...texts, ...lists, nameZh: "雀", visibility });
    await makeOrganisation(tx, { name: { fr: "canari-organisation" } }, [one]);
    const contacts = { email: "canari-email@example.org", phone: "canari-phone" };
    await tx
      .update(memberContacts)
      .set({ ...contacts, wechat: "canari-wechat" })
      .where(eq(memberContacts.memberId, one.memberId));
    return one;
  });

const markOf = (field: MemberField): string => {
  if (field === "nameZh") return "雀";
  return field in LISTS ? `"${LISTS[field as keyof typeof LISTS]}"` : `canari-${field}`;
};

async function everywhere(other: Member, introductionId: string): Promise<string> {
  const page = await getMember(reader, other.memberSlug);
  const contacts = await getMemberContacts(reader, other.memberId);
  if (!page) throw new Error("no page");
  const setting = {
    locale: "fr",
    url: "https://club.example/x",
    club: "C",
    now: new Date(),
  } as const;
  const read = [page, contacts, await getIntroduction(reader, introductionId)];
  return JSON.stringify(read) + writeVcard(page, contacts, setting);
}

const ANSWERS = [undefined, "not-now", "accepted"] as const;

test.each(
  VISIBILITIES.flatMap((level) => ANSWERS.map((answer) => [level, answer ?? "silence"] as const)),
)(
  "what the other shows to %s, after %s: page, card, contacts and the introduction",
  async (level, answer) => {
    const isOpen =
      level === "public" || level === "members" || (level === "contacts" && answer === "accepted");
    for (const isAsker of [true, false]) {
      const other = await join(level);
      const pair = [reader.memberId, other.memberId];
      const [from = "", to = ""] = isAsker ? pair : pair.reverse();
      const given = answer === "silence" ? undefined : (answer as IntroductionAnswer);
      const id = await transaction((tx) => makeIntroduction(tx, from, to, given));
      const text = await everywhere(other, id);
      const seen = TRIED.filter((field) => text.includes(markOf(field)));
      expect([isAsker, seen]).toEqual([isAsker, isOpen ? TRIED : []]);
    }
  },
);

test("nothing opens on the word of a third, whose introduction was accepted", async () => {
  const [other, third] = [await join("contacts"), await join("contacts")];
  const id = await transaction(async (tx) => {
    await makeIntroduction(tx, third.memberId, other.memberId, "accepted");
    return makeIntroduction(tx, reader.memberId, third.memberId, "accepted");
  });
  expect(await getIntroduction(other, id)).toBeNull();
  const page = await getMember(reader, other.memberSlug);
  expect(JSON.stringify(page)).not.toContain("canari");
});
