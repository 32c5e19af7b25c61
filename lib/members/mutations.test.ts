import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeMember } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { auditDetails, auditEvents } from "@/db/schema/audit";
import { matchNotes } from "@/db/schema/matching";
import { memberContacts, members } from "@/db/schema/members";
import { markNewsSeen, saveProfile } from "./mutations";
import { DEFAULT_VISIBILITY } from "./policy";
import { getNewsSince } from "./queries";
import { type ProfileInput, profileInput } from "./schema";

type Member = Awaited<ReturnType<typeof makeMember>>;

const texts = { fr: "Soie grège", en: "Raw silk", zh: "生丝" };
const start = {
  familyName: "Wang",
  givenName: "Wei",
  nameOrder: "family-first",
  nameZh: "王伟",
  originalLocale: "fr",
  bio: texts,
} as const;

let wei: Member;

beforeAll(async () => {
  wei = await transaction((tx) => makeMember(tx, start));
});

afterAll(closeDatabase);

const input = (change: Partial<Record<keyof ProfileInput, unknown>> = {}): ProfileInput =>
  profileInput.parse({ version: "1", ...start, visibility: DEFAULT_VISIBILITY, ...change });

const save = (viewer: Member, change: Parameters<typeof input>[0]) =>
  transaction((tx) => saveProfile(tx, viewer, input(change)));

async function readProfile(memberId: string) {
  const [row] = await query((db) =>
    db
      .select({
        version: members.version,
        stale: members.stale,
        nameZh: members.nameZh,
        searchNames: members.searchNames,
        searchMembers: members.searchMembers,
        sortPinyin: members.sortPinyin,
        phone: memberContacts.phone,
        email: memberContacts.email,
      })
      .from(members)
      .leftJoin(memberContacts, eq(memberContacts.memberId, members.id))
      .where(eq(members.id, memberId)),
  );
  return row;
}

async function listFacts(memberId: string): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ personal: auditDetails.personal })
      .from(auditEvents)
      .innerJoin(auditDetails, eq(auditDetails.eventId, auditEvents.id))
      .where(and(eq(auditEvents.subjectId, memberId), eq(auditEvents.name, "member.saved")))
      .orderBy(auditEvents.id),
  );
  return rows.map((row) => row.personal.fields ?? "");
}

describe("a profile through its saves", () => {
  test("the original changes: its translations are older, and it is found by its new words", async () => {
    await save(wei, { bio: { ...texts, fr: "Moulinage" }, phone: "+33 4.65.71.00.00" });
    expect(await readProfile(wei.memberId)).toMatchObject({
      version: 2,
      stale: { bio: ["en", "zh"] },
      searchMembers: expect.stringContaining(" moulinage "),
      searchNames: expect.stringContaining(" weiwang "),
      sortPinyin: "wang2 王 wei3 伟",
      phone: "+33465710000",
      email: null,
    });
  });

  test("a changed translation and one said to be right are fresh again", async () => {
    const bio = { ...texts, fr: "Moulinage", en: "Throwing" };
    await save(wei, { version: "2", bio, confirmed: "bio.zh" });
    expect(await readProfile(wei.memberId)).toMatchObject({ version: 3, stale: {} });
  });

  test("an emptied name and contact are gone, and nothing finds them", async () => {
    await save(wei, { version: "3", nameZh: "", bio: {} });
    const profile = await readProfile(wei.memberId);
    expect(profile).toMatchObject({ nameZh: null, phone: null, sortPinyin: "Wang Wei" });
    expect(profile?.searchNames).not.toContain("王");
    expect(profile?.searchMembers).toBe("");
  });

  test("each save leaves the names of the changed fields, not their values", async () => {
    const facts = await listFacts(wei.memberId);
    expect(facts).toEqual(["bio visibility phone", "bio phone", "nameZh bio"]);
  });
});

test("choices that only stand in another order are no change: they stay as they were, and nothing is looked for anew", async () => {
  const chosen = { languages: ["zh", "fr"], sectors: ["technical-textiles", "agrifood"] };
  const member = await transaction((tx) => makeMember(tx, { ...start, ...chosen }));
  const read = () =>
    query((db) =>
      db
        .select({
          languages: members.languages,
          sectors: members.sectors,
          changes: matchNotes.changes,
        })
        .from(members)
        .innerJoin(matchNotes, eq(matchNotes.memberId, members.id))
        .where(eq(members.id, member.memberId)),
    );
  const before = await read();
  const turned = { languages: ["fr", "zh"], sectors: ["agrifood", "technical-textiles"] };
  await save(member, { ...turned, nameZh: "王一" });
  expect(await read()).toEqual(before);
  expect(before).toMatchObject([chosen]);
  expect(await listFacts(member.memberId)).toEqual([
    expect.not.stringMatching(/languages|sectors/),
  ]);
  await save(member, { ...turned, version: "2", sectors: ["agrifood"] });
  expect(await read()).toMatchObject([{ languages: ["zh", "fr"], sectors: ["agrifood"] }]);
});

test("the loser of a race is told, and nothing of theirs is written", async () => {
  const member = await transaction((tx) => makeMember(tx, start));
  const results = await Promise.allSettled([
    save(member, { nameZh: "王一" }),
    save(member, { nameZh: "王二" }),
  ]);
  const lost = results.filter((one) => one.status === "rejected");
  expect(lost).toHaveLength(1);
  expect(lost[0]?.reason).toMatchObject({ code: "conflict" });
  expect(await readProfile(member.memberId)).toMatchObject({ version: 2 });
});

test("a member whose membership has lapsed keeps their profile", async () => {
  const member = await transaction((tx) => makeMember(tx, start, { status: "lapsed" }));
  await save(member, { nameZh: "王一" });
  expect(await readProfile(member.memberId)).toMatchObject({ version: 2, nameZh: "王一" });
});

test.each(["pending", "suspended", "left"] as const)(
  "a %s member changes nothing",
  async (status) => {
    const member = await transaction((tx) => makeMember(tx, start, { status }));
    await expect(save(member, { nameZh: "王一" })).rejects.toMatchObject({ code: "notFound" });
    expect(await readProfile(member.memberId)).toMatchObject({ version: 1, nameZh: "王伟" });
  },
);

test("a club account without a profile has none to save", async () => {
  const secretariat = await transaction((tx) => makeAccount(tx, { role: "administrator" }));
  const saving = transaction((tx) => saveProfile(tx, secretariat, input()));
  await expect(saving).rejects.toMatchObject({ code: "notFound" });
});

describe("news", () => {
  const lastSeen = async (accountId: string) => {
    const [row] = await query((db) =>
      db.select({ at: accounts.lastSeenAt }).from(accounts).where(eq(accounts.id, accountId)),
    );
    return row?.at ?? null;
  };

  test("are read up to when the page was drawn, with an event", async () => {
    const { readAt: until } = await getNewsSince(wei);
    await transaction((tx) => markNewsSeen(tx, wei, { until }));
    expect(await lastSeen(wei.accountId)).toEqual(until);
    const events = await query((db) =>
      db
        .select({ name: auditEvents.name })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, wei.accountId))
        .orderBy(auditEvents.id),
    );
    expect(events).toEqual([{ name: "account.caught-up" }]);
  });

  test("of a page that lay open longer take back nothing, and none are read before they come", async () => {
    const member = await transaction((tx) => makeMember(tx));
    const mark = (until: Date) => transaction((tx) => markNewsSeen(tx, member, { until }));
    const { readAt } = await getNewsSince(member);
    await mark(readAt);
    await mark(new Date(readAt.getTime() - 60_000));
    expect(await lastSeen(member.accountId)).toEqual(readAt);
    await mark(new Date(readAt.getTime() + 3_600_000));
    expect((await lastSeen(member.accountId))?.getTime()).toBeLessThan(readAt.getTime() + 600_000);
  });

  test("stay unread for a suspended account", async () => {
    const member = await transaction((tx) => makeMember(tx, {}, { status: "suspended" }));
    const marking = transaction((tx) => markNewsSeen(tx, member, { until: new Date() }));
    await expect(marking).rejects.toMatchObject({ code: "notFound" });
    expect(await lastSeen(member.accountId)).toBeNull();
  });
});
