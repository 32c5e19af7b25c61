import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { listWaitingQuestions } from "./waiting.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let asker: Member;
let gone: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    asker = await makeMember(tx);
    gone = await makeMember(tx, {}, { status: "left" });
  });
});

afterAll(closeDatabase);

const make = () =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published" }));

const ask = (projectId: string, values: Partial<typeof entryQuestions.$inferInsert> = {}) =>
  query((db) =>
    db.insert(entryQuestions).values({
      entryId: projectId,
      memberId: asker.memberId,
      locale: "fr",
      words: "Combien de commandes par an ?",
      ...values,
    }),
  );

test("what nobody has answered under one's own published projects, as the page shows it", async () => {
  const [open, later, answered, offline] = [await make(), await make(), await make(), await make()];
  await ask(later.id);
  await ask(open.id, { createdAt: new Date(0), locale: "zh", words: "每年几单？" });
  await ask(open.id);
  await ask(open.id, { removedAt: new Date() });
  await ask(open.id, { memberId: gone.memberId });
  await ask(answered.id, { answer: "Deux.", answerLocale: "fr", answeredAt: new Date() });
  await ask(offline.id);
  const isOffline = eq(entries.id, offline.id);
  await query((db) => db.update(entries).set({ moderation: "withdrawn" }).where(isOffline));
  expect(await listWaitingQuestions(owner)).toMatchObject([
    {
      slug: open.slug,
      count: 2,
      originalLocale: "fr",
      question: "每年几单？",
      questionLocale: "zh",
    },
    { slug: later.slug, count: 1, question: "Combien de commandes par an ?" },
  ]);
  expect(await listWaitingQuestions(asker)).toEqual([]);
  expect(await listWaitingQuestions({ ...owner, status: "suspended" })).toEqual([]);
});
