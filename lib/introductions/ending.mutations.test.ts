import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject, makeRoom } from "@/db/factories";
import { makeIntroduction } from "@/db/introduction-factory";
import { codeOf, toldTo } from "@/db/read-back";
import { auditEvents } from "@/db/schema/audit";
import { interests } from "@/db/schema/interests";
import { introductionAnswers, introductions } from "@/db/schema/introductions";
import { memberContacts } from "@/db/schema/members";
import { addDays, today } from "@/lib/core/dates";
import { listExchanges } from "@/lib/exchanges/queries";
import { listPartners } from "@/lib/interests/partners.queries";
import { getInterest } from "@/lib/interests/queries";
import { concludeInterest, writeMessage } from "@/lib/interests/talks.mutations";
import { FIELDS } from "@/lib/members/policy";
import { getMember, getMemberContacts } from "@/lib/members/queries";
import { writeVcard } from "@/lib/members/vcard";
import { getProject } from "@/lib/projects/queries";
import { getRoom } from "@/lib/rooms/queries";
import { getAskedPerson } from "./asking.queries";
import { blockMember } from "./blocking.mutations";
import { endContact } from "./ending.mutations";
import { acceptIntroduction, withdrawIntroduction } from "./mutations";
import { introductionRefusal } from "./policy";
import { getIntroduction } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let one: Member;
let other: Member;

afterAll(closeDatabase);

const TEXTS = ["jobTitle", "bio", "offers", "needs"] as const;

/** Somebody who shows all that they have to accepted contacts alone. */
const join = () =>
  transaction(async (tx) => {
    const visibility = Object.fromEntries(FIELDS.map((field) => [field, "contacts" as const]));
    const texts = Object.fromEntries(TEXTS.map((field) => [field, { fr: `canari-${field}` }]));
    const member = await makeMember(tx, { ...texts, visibility });
    await tx
      .update(memberContacts)
      .set({ email: "canari@example.org", phone: "canari-phone", wechat: "canari-wechat" })
      .where(eq(memberContacts.memberId, member.memberId));
    return member;
  });

beforeEach(async () => {
  [one, other] = [await join(), await join()];
});

const end = (who: Member, whom: Member) =>
  transaction((tx) => endContact(tx, who, { memberId: whom.memberId }));

const meet = () =>
  transaction((tx) => makeIntroduction(tx, one.memberId, other.memberId, "accepted"));

/** An accepted interest of the other's in a project of the one's, with a room of both. */
const accept = () =>
  transaction(async (tx) => {
    const project = await makeProject(tx, one.memberId, { moderation: "published" });
    const interest = await makeInterest(tx, project.id, other.memberId, { state: "accepted" });
    await makeRoom(tx, project.id, [one.memberId, other.memberId]);
    return { ...project, interestId: interest.id };
  });

/** All that a member reads of another. */
async function readBy(who: Member, whom: Member, more: Promise<unknown>[] = []) {
  const page = await getMember(who, whom.memberSlug);
  if (!page) throw new Error("no page");
  const contacts = await getMemberContacts(who, whom.memberId);
  const setting = {
    locale: "fr",
    url: "https://club.example/x",
    club: "C",
    now: new Date(),
  } as const;
  const lists = [false, true].map((isEnded) => listExchanges(who, { isEnded, page: 1 }, "fr"));
  const rest = await Promise.all([...lists, ...more]);
  return JSON.stringify([page, contacts, rest]) + writeVcard(page, contacts, setting);
}

test.each([
  ["the asker", () => end(one, other)],
  ["whoever was asked", () => end(other, one)],
])(
  "a contact that has ended by an introduction is hidden from both again, whoever of them did it: %s",
  async (_who, act) => {
    const id = await meet();
    const read = (who: Member, whom: Member) => readBy(who, whom, [getIntroduction(who, id)]);
    for (const pair of [
      [one, other],
      [other, one],
    ] as const) {
      expect(await read(...pair)).toContain("canari@example.org");
    }
    await act();
    for (const pair of [
      [one, other],
      [other, one],
    ] as const) {
      expect(await read(...pair)).not.toContain("canari");
      expect(await toldTo(pair[0])).toEqual([]);
      expect(await getIntroduction(pair[0], id)).toMatchObject({
        state: "ended",
        contactEndedOn: today(),
      });
      const { keys } = await listExchanges(pair[0], { isEnded: true, page: 1 }, "fr");
      expect(keys.map((key) => key.id)).toEqual([id]);
    }
  },
);

test("a contact that has ended by an interest leaves the room as it is, and its thread and its card are closed", async () => {
  const { interestId, slug } = await accept();
  const read = (who: Member, whom: Member) =>
    readBy(who, whom, [getInterest(who, interestId), listPartners(who, slug)]);
  expect(await read(one, other)).toContain("canari@example.org");
  await end(other, one);
  for (const pair of [
    [one, other],
    [other, one],
  ] as const) {
    expect(await read(...pair)).not.toContain("canari");
    expect(await listPartners(pair[0], slug)).toEqual([]);
    expect((await getRoom(pair[0], slug, "fr"))?.people).toHaveLength(2);
    expect((await getInterest(pair[0], interestId))?.contactEndedOn).toBe(today());
  }
  const words = "Bonjour";
  const write = transaction((tx) => writeMessage(tx, one, { interestId, words }));
  expect(await codeOf(write)).toBe("moveNotAllowed");
  const conclude = { interestId, version: 1, state: "agreement" } as const;
  await transaction((tx) => concludeInterest(tx, one, conclude));
  expect(await read(one, other)).not.toContain("canari");
});

test("a contact that has ended ends all that two have met by, and a later yes opens again", async () => {
  await meet();
  const { interestId } = await accept();
  await end(one, other);
  expect(await readBy(one, other, [getInterest(one, interestId)])).not.toContain("canari");
  expect(await codeOf(end(other, one))).toBe("contactOver");
  await accept();
  expect(await readBy(one, other)).toContain("canari@example.org");
  expect(await codeOf(end(other, one))).toBe("done");
});

test("a contact that has ended closes what talks that came to nothing had left open", async () => {
  const project = await transaction((tx) =>
    makeProject(tx, one.memberId, { moderation: "published", textLevel: "contacts" }),
  );
  const talked = { state: "no-agreement" } as const;
  const { id } = await transaction((tx) => makeInterest(tx, project.id, other.memberId, talked));
  const read = async () => (await getProject(other, project.slug))?.full;
  expect(await codeOf(end(one, other))).toBe("notFound");
  expect(await read()).toBeTruthy();
  await meet();
  await end(one, other);
  expect(await read()).toBeNull();
  expect(await getInterest(one, id)).toMatchObject({ ...talked, contactEndedOn: today() });
});

test("a contact that has ended is asked again thirty days later, by either of the two", async () => {
  await meet();
  await end(one, other);
  for (const [who, whom] of [
    [one, other],
    [other, one],
  ] as const) {
    const person = await getAskedPerson(who, { slug: whom.memberSlug });
    const refusal = (days: number) =>
      person && introductionRefusal(who, person, addDays(today(), days));
    expect(refusal(29)).toEqual({ code: "introductionLater", from: addDays(today(), 30) });
    expect(refusal(30)).toBeNull();
  }
});

test("a contact that has ended is nobody's to end who is no contact, and stands in nobody else's trail", async () => {
  const third = await join();
  expect(await codeOf(end(third, one))).toBe("notFound");
  expect(await codeOf(end(one, one))).toBe("notFound");
  await transaction((tx) => makeIntroduction(tx, one.memberId, third.memberId));
  expect(await codeOf(end(third, one))).toBe("notFound");
  const id = await meet();
  await end(one, other);
  const ended = eq(auditEvents.name, "member.contact-ended");
  const trail = await query((db) =>
    db
      .select({ subjectId: auditEvents.subjectId, actorId: auditEvents.actorId })
      .from(auditEvents)
      .where(and(ended, eq(auditEvents.actorId, one.accountId))),
  );
  expect(trail).toEqual([{ subjectId: one.accountId, actorId: one.accountId }]);
  expect(trail.some(({ subjectId }) => subjectId === id)).toBe(false);
});

test("a contact that has ended stays ended: the database takes no day back, and none where nobody said yes", async () => {
  const id = await meet();
  const { interestId } = await accept();
  await end(one, other);
  const again = { contactEndedOn: null };
  await expect(
    query((db) => db.update(introductions).set(again).where(eq(introductions.id, id))),
  ).rejects.toThrow();
  await expect(
    query((db) => db.update(interests).set(again).where(eq(interests.id, interestId))),
  ).rejects.toThrow();
  const waiting = await transaction((tx) => makeIntroduction(tx, other.memberId, one.memberId));
  const today0 = { contactEndedOn: today() };
  await expect(
    query((db) => db.update(introductions).set(today0).where(eq(introductions.id, waiting))),
  ).rejects.toThrow();
});

test("end, yes, block and withdrawal at once have one outcome", async () => {
  for (let round = 0; round < 8; round++) {
    [one, other] = [await join(), await join()];
    const introductionId = await transaction((tx) =>
      makeIntroduction(tx, one.memberId, other.memberId),
    );
    const acts = [
      () => transaction((tx) => acceptIntroduction(tx, other, { introductionId })),
      () => end(one, other),
      () => end(other, one),
      () => transaction((tx) => blockMember(tx, other, { memberId: one.memberId })),
      () => transaction((tx) => withdrawIntroduction(tx, one, { introductionId })),
    ];
    const first = round % acts.length;
    const codes = await Promise.all(
      [...acts.slice(first), ...acts.slice(0, first)].map((act) => codeOf(act())),
    );
    expect(codes).not.toContain(undefined);
    const [row] = await query((db) =>
      db
        .select({
          answer: introductionAnswers.answer,
          contactEndedOn: introductions.contactEndedOn,
          endsOn: introductions.endsOn,
        })
        .from(introductions)
        .leftJoin(introductionAnswers, eq(introductionAnswers.introductionId, introductions.id))
        .where(eq(introductions.id, introductionId)),
    );
    const outcomes = [
      row?.answer === "accepted" && row.endsOn !== today(),
      row?.answer === "blocked",
      row?.answer === null && row.endsOn === today(),
    ];
    expect([row, outcomes.filter(Boolean).length]).toEqual([row, 1]);
    if (row?.contactEndedOn) expect(row.answer).toBe("accepted");
    const isOpen = row?.answer === "accepted" && !row.contactEndedOn;
    expect((await readBy(one, other)).includes("canari")).toBe(isOpen);
    expect((await readBy(other, one)).includes("canari")).toBe(isOpen);
  }
});
