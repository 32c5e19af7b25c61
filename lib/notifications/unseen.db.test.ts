import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { notices } from "@/db/schema/notices";
import { askQuestion } from "@/lib/entries/questions/mutations";
import { listQuestions } from "@/lib/entries/questions/queries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { countUnseen, listNotices, noteNoticesSeen, unseenOf } from "./list.queries";

type Person = Awaited<ReturnType<typeof makeMember>>;

let reader: Person & { hasUnseen: boolean };
let projectId: string;

beforeEach(async () => {
  await transaction(async (tx) => {
    const owner = await makeMember(tx);
    reader = { ...(await makeMember(tx)), hasUnseen: true };
    const online = { moderation: "published", publishedAt: new Date() } as const;
    projectId = (await makeProject(tx, owner.memberId, online)).id;
  });
});

afterAll(closeDatabase);

const tell = (count: number, subjectId: string, minutesAgo = 0) => {
  const { accountId } = reader;
  const createdAt = new Date(Date.now() - minutesAgo * 60_000);
  const line = { accountId, kind: "questionAnswered", subjectType: "project" as const, createdAt };
  const lines = Array.from({ length: count }, () => ({ ...line, subjectId }));
  return query((db) => db.insert(notices).values(lines));
};

const hide = () =>
  query((db) => db.update(entries).set({ hiddenAt: new Date() }).where(eq(entries.id, projectId)));

test("the bell counts what the list shows", async () => {
  await tell(3, projectId);
  await tell(2, randomUUID());
  const isNew = async () => (await listNotices(reader)).rows.filter((row) => row.isNew).length;
  expect([await countUnseen(reader), await isNew()]).toEqual([3, 3]);
  await query((db) =>
    db.update(notices).set({ seenAt: new Date() }).where(eq(notices.subjectId, projectId)),
  );
  expect([await countUnseen(reader), await isNew()]).toEqual([0, 0]);
  expect(await countUnseen({ ...reader, hasUnseen: false })).toBe(0);
});

test("a question is new to the owner until they read it under the entry, and nothing else is seen with it", async () => {
  const online = { moderation: "published", publishedAt: new Date() } as const;
  const { slug } = await transaction((tx) => makeProject(tx, reader.memberId, online));
  const asker = await transaction((tx) => makeMember(tx));
  const question = { slug, locale: "fr", question: "Combien de places en 2027 ?" } as const;
  await transaction((tx) => askQuestion(tx, asker, PROJECT_VERBS, question));
  await tell(2, projectId);
  expect(await countUnseen(reader)).toBe(3);
  const page = await listQuestions(reader, await getProjectInSight(reader, slug));
  const soon = new Date(Date.now() + 1_000);
  noteNoticesSeen({ ...reader, hasUnseen: false }, soon);
  noteNoticesSeen(reader, soon, page?.entryId);
  await expect.poll(() => countUnseen(reader)).toBe(2);
});

test("what was taken down since is counted no more, nor is it by who is suspended", async () => {
  await tell(3, projectId);
  expect(await countUnseen({ ...reader, status: "suspended" })).toBe(0);
  await hide();
  expect(await countUnseen(reader)).toBe(0);
});

test("of thousands it reads the newest hundred", async () => {
  await tell(150, projectId, 1);
  expect(await countUnseen(reader)).toBe(100);
  for (let thousand = 0; thousand < 4; thousand++) await tell(1_000, randomUUID(), 10);
  await query((db) => db.execute(sql`analyze notices`));
  expect(await countUnseen(reader)).toBe(100);
  const plan = await query((db) =>
    db.execute<{ "QUERY PLAN": [{ Plan: Record<string, number> }] }>(
      sql`explain (analyze, buffers, format json) ${unseenOf(db, reader)}`,
    ),
  );
  const read = plan[0]?.["QUERY PLAN"][0].Plan ?? {};
  expect((read["Shared Hit Blocks"] ?? 0) + (read["Shared Read Blocks"] ?? 0)).toBeLessThan(1_500);
});
