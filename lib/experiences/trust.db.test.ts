import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beside, closeDatabase, query, transaction } from "@/db/client";
import { isCheckViolation } from "@/db/errors";
import { makeExperience } from "@/db/experience-factory";
import { makeMember, makeProject } from "@/db/factories";
import { eventsOn, mailsTo } from "@/db/read-back";
import { entries } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { experiences } from "@/db/schema/experiences";
import { decisions } from "@/db/schema/moderation";
import { closeEntry, markEntryRead } from "@/lib/entries/verbs.mutations";
import { countWaiting, listQueue } from "@/lib/moderation/queries";
import { putBack, takeDown } from "@/lib/moderation/take-downs.mutations";
import { submitExperience } from "./mutations";
import { EXPERIENCE_VERBS } from "./noun.queries";
import { isTrustedAuthor } from "./trust.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Made = Parameters<typeof makeExperience>[2];

let moderator: Member;
let second: Member;

beforeAll(() =>
  transaction(async (tx) => {
    moderator = await makeMember(tx, {}, { role: "moderator" });
    second = await makeMember(tx, {}, { role: "administrator" });
  }),
);

afterAll(closeDatabase);

const make = (author: Member, values: Made = {}) =>
  transaction((tx) => makeExperience(tx, author.memberId, values));

/** An author with so many published experiences, and a draft that is ready. */
async function authorOf(published: number, account: Parameters<typeof makeMember>[2] = {}) {
  const author = await transaction((tx) => makeMember(tx, {}, account));
  const online: string[] = [];
  for (let count = 0; count < published; count++) {
    online.push((await make(author, { moderation: "published" })).id);
  }
  return { author, online, draft: (await make(author)).id };
}

const submit = (author: Member, id: string, version = 1) =>
  transaction((tx) => submitExperience(tx, author, { id, version }));

const stateOf = async (id: string) => {
  const { moderation, unreadSince, submittedAt, publishedAt } = entries;
  const [row] = await query((db) =>
    db
      .select({
        moderation,
        isUnread: sql<boolean>`${unreadSince} is not null`,
        isDated: sql<boolean>`${submittedAt} is not null and ${publishedAt} is not null
          and ${experiences.confirmedAt} is not null`,
      })
      .from(entries)
      .innerJoin(experiences, eq(experiences.id, entries.id))
      .where(eq(entries.id, id)),
  );
  return row;
};

const waits = async (id: string) =>
  (await listQueue(moderator, "fr")).find((item) => item.id === id)?.isToRead ?? null;

const act = (id: string) => ({ kind: "experience", id, words: "" }) as const;
const hide = (id: string) =>
  transaction((tx) => takeDown(tx, moderator, { ...act(id), reasonCode: "misleading" }));

describe("whom the club trusts", () => {
  test.each([0, 1])("not an author of %d: the club team reads first", async (published) => {
    const { author, draft } = await authorOf(published);
    expect(await isTrustedAuthor(author)).toBe(false);
    expect(await submit(author, draft)).toMatchObject({ isOnline: false });
    expect(await stateOf(draft)).toMatchObject({ moderation: "submitted", isUnread: false });
    expect(await waits(draft)).toBe(false);
  });

  test("an author of two: online at once, whole, told, and in the queue to be read", async () => {
    const { author, draft } = await authorOf(2, { locale: "zh" });
    const before = await countWaiting({ ...moderator });
    expect(await isTrustedAuthor(author)).toBe(true);
    const { slug, isOnline } = await submit(author, draft);
    expect([isOnline, slug]).toEqual([true, expect.not.stringMatching(/^draft-/)]);
    expect(await stateOf(draft)).toEqual({
      moderation: "published",
      isUnread: true,
      isDated: true,
    });
    expect(await eventsOn(draft)).toEqual(["experience.published", "experience.version-kept"]);
    const { cause } = entryVersions;
    const kept = await query((db) =>
      db.select({ cause }).from(entryVersions).where(eq(entryVersions.entryId, draft)),
    );
    expect(kept).toEqual([{ cause: "published" }]);
    expect((await mailsTo(author)).map(({ kind }) => kind)).toEqual(["experiencePublished"]);
    expect(await waits(draft)).toBe(true);
    expect(await countWaiting({ ...moderator })).toBe(before + 1);
  });

  test("no more while one is taken down, or when one is withdrawn", async () => {
    const { author, online, draft } = await authorOf(3);
    await hide(online[0] ?? "");
    expect(await isTrustedAuthor(author)).toBe(false);
    await transaction((tx) => putBack(tx, moderator, act(online[0] ?? "")));
    expect(await isTrustedAuthor(author)).toBe(true);
    for (const id of online.slice(0, 2)) {
      await transaction((tx) =>
        closeEntry(tx, author, EXPERIENCE_VERBS, { id, version: 1, to: "withdrawn" }),
      );
    }
    expect(await submit(author, draft)).toMatchObject({ isOnline: false });
  });

  test("withdrawing what was taken down brings no trust back", async () => {
    const { author, online } = await authorOf(3);
    await hide(online[0] ?? "");
    await transaction((tx) =>
      closeEntry(tx, author, EXPERIENCE_VERBS, {
        id: online[0] ?? "",
        version: 1,
        to: "withdrawn",
      }),
    );
    expect(await isTrustedAuthor(author)).toBe(false);
  });

  test("what came back for changes is read again, and what is not ready goes nowhere", async () => {
    const { author } = await authorOf(2);
    const sentBack = await make(author, { moderation: "changes-requested" });
    expect(await submit(author, sentBack.id)).toMatchObject({ isOnline: false });
    const empty = await make(author, { topics: [] });
    await expect(submit(author, empty.id)).rejects.toMatchObject({ field: "topics" });
    expect(await stateOf(empty.id)).toMatchObject({ moderation: "draft" });
  });

  test("nobody who is not an active member", async () => {
    const { author } = await authorOf(2);
    expect(await isTrustedAuthor({ ...author, status: "suspended" })).toBe(false);
    expect(await isTrustedAuthor(null)).toBe(false);
  });
});

describe("the database", () => {
  const publish = (id: string) =>
    query((db) => db.update(entries).set({ moderation: "published" }).where(eq(entries.id, id)));
  const refused = (error: unknown) => isCheckViolation(error);

  test("refuses it to an author of one, to one of whom something is hidden, and of a project", async () => {
    const one = await authorOf(1);
    await expect(publish(one.draft)).rejects.toSatisfy(refused);
    const hidden = await authorOf(3);
    await hide(hidden.online[0] ?? "");
    await expect(publish(hidden.draft)).rejects.toSatisfy(refused);
    const { author } = await authorOf(2);
    const project = await transaction(async (tx) => {
      for (const moderation of ["published", "published"] as const) {
        await makeProject(tx, author.memberId, { moderation });
      }
      return makeProject(tx, author.memberId);
    });
    await expect(publish(project.id)).rejects.toSatisfy(refused);
  });

  test("puts it into the queue, whoever wrote the statement", async () => {
    const { draft } = await authorOf(2);
    await publish(draft);
    expect(await waits(draft)).toBe(true);
  });

  test("a take-down that comes first is waited for", async () => {
    const { author, online, draft } = await authorOf(2);
    let submitted: ReturnType<typeof submit> | undefined;
    await transaction(async (tx) => {
      await takeDown(tx, moderator, { ...act(online[1] ?? ""), reasonCode: "misleading" });
      submitted = beside(() => submit(author, draft));
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await submitted).toMatchObject({ isOnline: false });
  });

  test("two drafts at once are both online", async () => {
    const { author, draft } = await authorOf(2);
    const other = await make(author);
    const both = await Promise.all([submit(author, draft), submit(author, other.id)]);
    expect(both.map(({ isOnline }) => isOnline)).toEqual([true, true]);
  });
});

describe("reading it", () => {
  const read = (id: string, viewer: Member = moderator, version = 2) =>
    transaction((tx) => markEntryRead(tx, viewer, EXPERIENCE_VERBS, { id, version }));

  async function online(account: Parameters<typeof makeMember>[2] = {}) {
    const { author, draft } = await authorOf(2, account);
    await submit(author, draft);
    return { author, id: draft };
  }

  test("is one's of the club team, who is kept: the second is told", async () => {
    const { id } = await online();
    await read(id);
    expect(await waits(id)).toBeNull();
    expect(await stateOf(id)).toMatchObject({ moderation: "published", isUnread: false });
    expect((await eventsOn(id)).at(-1)).toBe("experience.marked-read");
    const { verdict, decidedBy } = decisions;
    const kept = await query((db) =>
      db.select({ verdict, decidedBy }).from(decisions).where(eq(decisions.subjectId, id)),
    );
    expect(kept).toEqual([{ verdict: "published", decidedBy: moderator.accountId }]);
    await expect(read(id, second)).rejects.toThrow("alreadyDecided");
  });

  test("by two at once is once", async () => {
    const { id } = await online();
    const tries = await Promise.allSettled([read(id), read(id, second)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = tries.find((one) => one.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "alreadyDecided" } });
  });

  test("is nobody's own, and no member's; an older page is told", async () => {
    const { author, id } = await online({ role: "moderator" });
    await expect(read(id, author)).rejects.toThrow("notOnYourself");
    const member = await transaction((tx) => makeMember(tx));
    await expect(read(id, member)).rejects.toThrow("notFound");
    await expect(read(id, moderator, 1)).rejects.toThrow("conflict");
    const { draft } = await authorOf(0);
    await expect(read(draft, moderator, 1)).rejects.toThrow("notFound");
  });

  test("is done by a take-down too, and not needed of what its author took back", async () => {
    const { id } = await online();
    await hide(id);
    expect(await waits(id)).toBeNull();
    await expect(read(id)).rejects.toThrow("alreadyDecided");
    await transaction((tx) => putBack(tx, moderator, act(id)));
    expect(await waits(id)).toBeNull();
    const away = await online();
    await transaction((tx) =>
      closeEntry(tx, away.author, EXPERIENCE_VERBS, { id: away.id, version: 2, to: "withdrawn" }),
    );
    expect(await waits(away.id)).toBeNull();
  });
});
