import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { Visibility } from "@/db/enums";
import { makeAccount, makeApplication, makeMember } from "@/db/factories";
import { memberContacts } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { buildMemberSearch } from "@/lib/members/search-text";
import { matchKeysOf } from "../match-keys";
import { listKnownPeople, listPeopleAt, listSponsors } from "./people.queries";

const unique = () => crypto.randomUUID();

/** Words that nobody else has. */
const letters = () => unique().replace(/[^a-z]/g, "");

let moderator: Viewer;
let member: Viewer;

async function makeNamed(name: object, visibility: Record<string, Visibility> = {}) {
  const profile = {
    familyName: "Vernoux",
    givenName: "Agathe",
    nameZh: null,
    jobTitle: {},
    bio: {},
    offers: {},
    needs: {},
    languages: [],
    sectors: [],
    cities: [],
    visibility,
    ...name,
  };
  return transaction((tx) => makeMember(tx, { ...profile, ...buildMemberSearch(profile) }));
}

beforeAll(async () => {
  member = await makeNamed({ nameZh: "阿加特" });
  const lin = { familyName: "Lin", givenName: "Meihua" };
  moderator = await transaction((tx) => makeMember(tx, lin, { role: "moderator" }));
});

afterAll(() => closeDatabase());

describe("people of the club", () => {
  test("an account at the address is told to the club team", async () => {
    const email = `${unique()}@example.org`;
    const { accountId } = await transaction((tx) => makeAccount(tx, { email, status: "left" }));
    expect(await listPeopleAt(moderator, email, "fr")).toMatchObject([
      { accountId, name: "Compte d’essai", status: "left", memberSlug: null },
    ]);
    expect(await listPeopleAt(member, email, "fr")).toEqual([]);
  });

  test.each(["Agathe Vernoux", "vernoux agathe", "阿加特"])(
    "a sponsor is found by %s",
    async (name) => {
      const found = await listSponsors(moderator, name, "fr");
      expect(found.map(({ accountId }) => accountId)).toContain(member.accountId);
    },
  );

  test.each(["", "Agathe Verno", "Agathe Vernoux-Montclair", "%"])(
    "and by «%s» nobody is",
    async (name) => {
      const found = await listSponsors(moderator, name, "fr");
      expect(found.map(({ accountId }) => accountId)).not.toContain(member.accountId);
    },
  );
});

describe("who an applicant may be already", () => {
  const known = (answers: object, values: object = {}) => {
    const email = `${unique()}@example.org`;
    const application = { id: unique(), email, accountId: null, matchKeys: matchKeysOf(answers) };
    return listKnownPeople(moderator, { ...application, ...values }, "fr");
  };

  test("is found by the name in any order and spelling, and by its reading", async () => {
    const [family, given] = [letters(), letters()];
    const { accountId } = await makeNamed({ familyName: family, givenName: given });
    const turned = { familyName: given.toUpperCase(), givenName: family };
    expect(await known(turned)).toMatchObject([{ accountId, relations: ["person"] }]);
    const chinese = await makeNamed({ familyName: "Chi", givenName: letters(), nameZh: "迟螽蠡" });
    const found = await known({ familyName: "Chi", givenName: "Zhong Li" });
    expect(found).toMatchObject([{ accountId: chinese.accountId, relations: ["person"] }]);
    expect(await known({ familyName: family, givenName: letters() })).toEqual([]);
  });

  test("not by a Chinese name, a telephone or a WeChat id they hide from the club team", async () => {
    const contacts = { phone: "+33 6 39 98 77 01", wechat: `w${letters()}`.slice(0, 18) };
    const make = async (level: Visibility) => {
      const names = { familyName: letters(), givenName: letters(), nameZh: "郤螽骉" };
      const levels = { nameZh: level, phone: level, wechat: level };
      const { accountId, memberId } = await makeNamed(names, levels);
      const isTheirs = eq(memberContacts.memberId, memberId);
      await query((db) => db.update(memberContacts).set(contacts).where(isTheirs));
      return accountId;
    };
    await make("self");
    const { phone, wechat } = contacts;
    const typed = { nameZh: "郤螽骉", phone: "0033639987701", wechat: wechat.toUpperCase() };
    expect(await known(typed)).toEqual([]);
    const accountId = await make("team");
    expect(await known(typed)).toMatchObject([
      { accountId, relations: ["person", "phone", "wechat"] },
    ]);
    expect(await known({ phone })).toMatchObject([{ accountId, relations: ["phone"] }]);
  });

  test("is found by the application that made them a member, with what was decided since", async () => {
    const wechat = `w${letters()}`.slice(0, 18);
    const { accountId } = await transaction((tx) =>
      makeMember(tx, {}, { status: "suspended", locale: "zh" }),
    );
    await transaction(async (tx) => {
      const matchKeys = [`wechat:${wechat}`];
      await makeApplication(tx, { state: "approved", accountId, matchKeys });
      await tx.insert(decisions).values({
        subjectType: "account",
        subjectId: accountId,
        verdict: "suspended",
        reasonCode: "other",
        words: "您群发了广告。",
        decidedBy: moderator.accountId,
      });
    });
    expect(await known({ wechat })).toMatchObject([
      {
        accountId,
        status: "suspended",
        locale: "zh",
        relations: ["application"],
        decisions: [
          {
            verdict: "suspended",
            reason: "Autre motif",
            words: "您群发了广告。",
            decidedBy: "Meihua Lin",
          },
        ],
      },
    ]);
    expect(await known({ wechat }, { accountId })).toEqual([]);
  });

  test("is told to nobody else", async () => {
    const asked = { id: unique(), email: "", accountId: null, matchKeys: ["person:agathevernoux"] };
    expect(await listKnownPeople(member, asked, "fr")).toEqual([]);
  });
});
