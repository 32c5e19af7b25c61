import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { SubjectType } from "@/db/enums";
import { makeInterest, makeMember, makeOrganisation, makeProject, makeRoom } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { notices } from "@/db/schema/notices";
import { organisations } from "@/db/schema/organisations";
import { roomPeople } from "@/db/schema/rooms";
import { personEvent } from "@/lib/affiliations/affiliation-event";
import { tellOfPeople } from "@/lib/affiliations/notices";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { record } from "@/lib/core/events/record";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { tellOwner } from "@/lib/projects/notices";
import { listNotices, listUnseenNotices, NOTICES_PER_PAGE, noteNoticesSeen } from "./list.queries";
import { muteKind, unmuteKind } from "./mutations";

type Person = Awaited<ReturnType<typeof makeMember>>;

let owner: Person;
let reader: Person;
let project: Awaited<ReturnType<typeof makeProject>>;

const online = { moderation: "published", publishedAt: new Date() } as const;

beforeAll(async () => {
  owner = await transaction((tx) => makeMember(tx));
});

beforeEach(async () => {
  await transaction(async (tx) => {
    reader = await makeMember(tx);
    project = await makeProject(tx, owner.memberId, online);
  });
});

afterAll(closeDatabase);

const tell = (
  { accountId }: Viewer,
  kind: MailKind,
  subjectType: SubjectType,
  subjectId: string = randomUUID(),
) =>
  query((db) =>
    db.insert(notices).values({ accountId, kind, subjectType, subjectId, data: { title: "zq" } }),
  );

const kindsOf = async (viewer: Viewer) => (await listNotices(viewer)).rows.map(({ kind }) => kind);

const change = (values: Partial<typeof entries.$inferInsert>) =>
  query((db) => db.update(entries).set(values).where(eq(entries.id, project.id)));

describe("what is told of something that went out of the reader's sight", () => {
  test("of a project online is read; taken back or down, by its owner alone", async () => {
    for (const person of [reader, owner])
      await tell(person, "questionAnswered", "project", project.id);
    expect(await kindsOf(reader)).toEqual(["questionAnswered"]);
    for (const gone of [
      { hiddenAt: new Date() },
      { hiddenAt: null, moderation: "withdrawn" },
    ] as const) {
      await change(gone);
      expect(await kindsOf(reader)).toEqual([]);
      expect(await kindsOf(owner)).toContain("questionAnswered");
    }
  });

  test("of an interest by its two sides, and not by the sender once the project was taken down", async () => {
    const { id } = await transaction((tx) => makeInterest(tx, project.id, reader.memberId));
    const other = await transaction((tx) => makeMember(tx));
    for (const person of [reader, other]) await tell(person, "interestDeclined", "interest", id);
    expect(await kindsOf(reader)).toEqual(["interestDeclined"]);
    expect(await kindsOf(other)).toEqual([]);
    await change({ hiddenAt: new Date() });
    expect(await kindsOf(reader)).toEqual([]);
  });

  test("of an interest by whom it reached, as long as whoever sent it is there", async () => {
    const { id } = await transaction((tx) => makeInterest(tx, project.id, reader.memberId));
    await tell(owner, "interestMessage", "interest", id);
    const set = (status: "active" | "suspended") =>
      query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, reader.accountId)));
    expect(await kindsOf(owner)).toContain("interestMessage");
    await set("suspended");
    expect(await kindsOf(owner)).not.toContain("interestMessage");
    await set("active");
    expect(await kindsOf(owner)).toContain("interestMessage");
  });

  test("of a room by who is in it; whoever was removed reads that they were, and no more", async () => {
    const room = await transaction((tx) =>
      makeRoom(tx, project.id, [owner.memberId, reader.memberId]),
    );
    await tell(reader, "roomMention", "room", room.id);
    expect(await kindsOf(reader)).toEqual(["roomMention"]);
    const { memberId } = reader;
    await query((db) =>
      db.update(roomPeople).set({ removedAt: new Date() }).where(eq(roomPeople.memberId, memberId)),
    );
    await tell(reader, "roomRemoved", "room", room.id);
    expect(await kindsOf(reader)).toEqual(["roomRemoved"]);
    await change({ moderation: "withdrawn" });
    expect(await kindsOf(reader)).toEqual([]);
  });
});

describe("what is told of what is not the reader's alone", () => {
  test("of an organisation as long as its page is open to them", async () => {
    const organisation = await transaction((tx) => makeOrganisation(tx, {}, [owner]));
    const removed = tellOfPeople(
      { ...organisation, name: { fr: "zq" }, originalLocale: "fr" },
      { people: { person: reader } },
    );
    const event = personEvent("affiliation.removed", reader.memberId, organisation);
    await transaction((tx) => record(tx, owner, event, { tell: removed }));
    expect(await kindsOf(reader)).toEqual(["personRemoved"]);
    await query((db) =>
      db
        .update(organisations)
        .set({ visibility: "self" })
        .where(eq(organisations.id, organisation.id)),
    );
    expect(await kindsOf(reader)).toEqual([]);
  });

  test("of the people of an organisation by whoever still manages it", async () => {
    const colleague = await transaction((tx) => makeMember(tx));
    const { id } = await transaction((tx) => makeOrganisation(tx, {}, [reader, colleague]));
    for (const person of [reader, colleague])
      await tell(person, "affiliationRequested", "organisation", id);
    expect(await kindsOf(reader)).toEqual(["affiliationRequested"]);
    expect(await kindsOf(colleague)).toEqual([]);
  });

  test("of an edit by its owner, and by whose translation came online with it", async () => {
    const [edit] = await query((db) =>
      db
        .insert(entryRevisions)
        .values({ entryId: project.id, state: "published", content: {} })
        .returning({ id: entryRevisions.id }),
    );
    for (const kind of ["revisionPublished", "translationPublished"] as const)
      await tell(reader, kind, "revision", edit?.id);
    expect(await kindsOf(reader)).toEqual(["translationPublished"]);
    await change({ moderation: "withdrawn" });
    expect(await kindsOf(reader)).toEqual([]);
  });

  test("of others' things by no account that is not active", async () => {
    const { id } = await transaction((tx) => makeInterest(tx, project.id, reader.memberId));
    await tell(reader, "interestDeclined", "interest", id);
    await tell(reader, "questionAnswered", "project", project.id);
    await tell(reader, "accountSuspended", "account");
    const suspended = { ...reader, status: "suspended" } as const;
    expect(await kindsOf(suspended)).toEqual(["accountSuspended"]);
  });

  test("of a project of somebody who is suspended by nobody else", async () => {
    const gone = await transaction(async (tx) => {
      const person = await makeMember(tx);
      return { person, project: await makeProject(tx, person.memberId, online) };
    });
    await tell(reader, "translationPublished", "project", gone.project.id);
    await tell(gone.person, "accountSuspended", "account", gone.person.accountId);
    await query((db) =>
      db
        .update(accounts)
        .set({ status: "suspended" })
        .where(eq(accounts.id, gone.person.accountId)),
    );
    expect(await kindsOf(reader)).toEqual([]);
    expect(await kindsOf(gone.person)).toEqual(["accountSuspended"]);
  });

  test.each(["account", "member", "application", "activity", "message", "opinion"] as const)(
    "of one's own %s is always read, and nobody reads another's",
    async (subjectType) => {
      await tell(reader, "takenDown", subjectType);
      expect(await kindsOf(reader)).toEqual(["takenDown"]);
      const other = await transaction((tx) => makeMember(tx));
      expect(await kindsOf(other)).toEqual([]);
    },
  );

  test("of something that is gone for good is not read", async () => {
    for (const type of ["project", "revision", "interest", "room", "organisation"] as const)
      await tell(reader, "projectPublished", type);
    expect(await listNotices(reader)).toEqual({ rows: [], total: 0 });
  });
});

test("pages hold fifty, the newest first, and say how many there are", async () => {
  const { accountId } = reader;
  const rows = Array.from({ length: NOTICES_PER_PAGE + 3 }, (_, index) => ({
    ...{ accountId, kind: `kind${index}`, subjectType: "account", subjectId: accountId },
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, index)),
  }));
  await query((db) => db.insert(notices).values(rows as (typeof notices.$inferInsert)[]));
  const [first, second] = await Promise.all([listNotices(reader), listNotices(reader, 2)]);
  expect(first.rows[0]?.kind).toBe(`kind${NOTICES_PER_PAGE + 2}`);
  expect([first.total, first.rows.length, second.rows.length]).toEqual([53, 50, 3]);
});

/** The moment a list is opened. The database counts microseconds, a page milliseconds: what came within its own is new. */
async function opening(): Promise<Date> {
  await wait(2);
  return new Date();
}

test("what was told until one looked is seen; what comes meanwhile is still new", async () => {
  await tell(reader, "roleChanged", "account");
  const opened = await opening();
  await tell(reader, "accountReinstated", "account");
  await tell(owner, "roleChanged", "account");
  noteNoticesSeen(reader, opened);
  const areNew = async () => (await listNotices(reader)).rows.map(({ isNew }) => isNew);
  await expect.poll(areNew).toEqual([true, false]);
  expect((await listNotices(owner)).rows[0]?.isNew).toBe(true);
});

test("whoever opens a thing has seen what was told of it, and of nothing else", async () => {
  await tell(reader, "roleChanged", "account");
  await tell(reader, "questionAnswered", "project", project.id);
  noteNoticesSeen(reader, await opening(), project.id);
  const told = async () => (await listNotices(reader)).rows.map(({ kind, isNew }) => [kind, isNew]);
  await expect.poll(told).toEqual([
    ["questionAnswered", false],
    ["roleChanged", true],
  ]);
});

test("what is new is listed apart, as far as it is still told, and stays new until the list is opened", async () => {
  await tell(reader, "roleChanged", "account");
  noteNoticesSeen(reader, await opening());
  await expect.poll(() => listUnseenNotices(reader)).toEqual([]);
  await tell(reader, "questionAnswered", "project", project.id);
  await tell(reader, "accountReinstated", "account");
  const kinds = async () => (await listUnseenNotices(reader)).map(({ kind }) => kind);
  expect(await kinds()).toEqual(["accountReinstated", "questionAnswered"]);
  await change({ hiddenAt: new Date() });
  expect(await kinds()).toEqual(["accountReinstated"]);
  expect(await listUnseenNotices(owner)).not.toContainEqual(
    expect.objectContaining({ kind: "accountReinstated" }),
  );
});

describe("a muted kind", () => {
  const submit = () =>
    transaction((tx) =>
      record(
        tx,
        null,
        { name: "project.deadline-warned", subjectType: "project", subjectId: project.id },
        {
          tell: tellOwner({
            ...{ slug: project.slug, title: { fr: "zq" }, originalLocale: "fr" },
            ownerAccountId: reader.accountId,
          }),
        },
      ),
    );
  const told = async () => {
    const { accountId } = reader;
    const [mailed, noted] = await Promise.all([
      query((db) => db.$count(mails, eq(mails.accountId, accountId))),
      query((db) => db.$count(notices, eq(notices.accountId, accountId))),
    ]);
    return [mailed, noted];
  };

  test("is told neither by mail nor in the list, twice is once, until it is told again", async () => {
    await transaction((tx) => muteKind(tx, reader, { kind: "deadlineSoon" }));
    await transaction((tx) => muteKind(tx, reader, { kind: "deadlineSoon" }));
    await submit();
    expect(await told()).toEqual([0, 0]);
    await transaction((tx) => unmuteKind(tx, reader, { kind: "deadlineSoon" }));
    await submit();
    expect(await told()).toEqual([1, 1]);
  });

  test("another kind of its group is told; what is always told cannot be muted", async () => {
    await transaction((tx) => muteKind(tx, reader, { kind: "projectExpired" }));
    await submit();
    expect(await told()).toEqual([1, 1]);
    const always = transaction((tx) => muteKind(tx, reader, { kind: "projectPublished" }));
    await expect(always).rejects.toMatchObject({ code: "notFound" });
  });
});
