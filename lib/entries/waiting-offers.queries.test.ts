import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { translationOffers } from "@/db/schema/translations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { submitRevision } from "@/lib/projects/revisions.mutations";
import { proposeRevision } from "./revisions.mutations";
import { listWaitingOffers } from "./waiting-offers.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let translator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    translator = await makeMember(tx);
  });
});

afterAll(closeDatabase);

const make = () =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published" }));

const offer = (projectId: string, values: Partial<typeof translationOffers.$inferInsert>) =>
  query((db) =>
    db.insert(translationOffers).values({
      entryId: projectId,
      memberId: translator.memberId,
      field: "summary",
      locale: "zh",
      words: "摘要",
      ...values,
    }),
  );

test("one's own projects with open offers, counted, led to the language that waits longest", async () => {
  const [first, second, gone] = [await make(), await make(), await make()];
  const day = (count: number) => new Date(Date.now() - count * 86_400_000);
  await offer(second.id, { locale: "en", createdAt: day(1) });
  await offer(first.id, { field: "title", createdAt: day(2) });
  await offer(first.id, { locale: "en", createdAt: day(3) });
  await offer(first.id, { state: "declined" });
  await offer(gone.id, {});
  const isGone = eq(entries.id, gone.id);
  await query((db) => db.update(entries).set({ moderation: "withdrawn" }).where(isGone));
  expect(await listWaitingOffers(owner)).toMatchObject([
    { slug: first.slug, count: 2, to: "en", isBeingRead: false },
    { slug: second.slug, count: 1, to: "en" },
  ]);
  expect(await listWaitingOffers(translator)).toEqual([]);
  expect(await listWaitingOffers({ ...owner, status: "suspended" })).toEqual([]);
  const start = { id: first.id, revisionId: null, version: 1, content: {} };
  const { revisionId } = await transaction((tx) =>
    proposeRevision(tx, owner, PROJECT_VERBS, start),
  );
  await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 2 }));
  expect((await listWaitingOffers(owner)).map(({ isBeingRead }) => isBeingRead)).toEqual([
    true,
    false,
  ]);
});
