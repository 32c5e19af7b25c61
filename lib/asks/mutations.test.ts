import { and, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { affiliations } from "@/db/schema/affiliations";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { memberBlocks } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { told } from "@/lib/entries/entry-act";
import { listQuestions } from "@/lib/entries/questions/queries";
import { getPrefill } from "@/lib/experiences/prefill.queries";
import { ASKS, ASKS_A_DAY, MOST_ASKED, OPEN_DAYS, postedNotice } from "./ask";
import { answerAsk, markHelpful, postAsk } from "./mutations";
import { getAsk, getAskInSight, listAsks } from "./queries";

afterAll(closeDatabase);

/** A city that no other suite asks for, and a word that fits it. */
const CITY = "jingdezhen";
const FITS = { cities: [CITY], offers: { fr: "Funiculaires, téléphériques et crémaillères." } };
const TEXT =
  "Qui connaît à Jingdezhen un atelier qui répare des funiculaires, des téléphériques et leur crémaillère ?";

const member = (
  ...values: Parameters<typeof makeMember> extends [unknown, ...infer R] ? R : never
) => transaction((tx) => makeMember(tx, ...values));

type Member = Awaited<ReturnType<typeof makeMember>>;

const post = (who: Member, text = TEXT) =>
  transaction((tx) => postAsk(tx, who, { locale: "fr", text }));

const answer = (who: Member, slug: string, question = "Un seul atelier, à deux heures de route.") =>
  transaction((tx) => answerAsk(tx, who, { slug, locale: "fr", question }));

const heard = async (id: string) => {
  const rows = await query((db) =>
    db
      .select({ accountId: notices.accountId, data: notices.data })
      .from(notices)
      .where(and(eq(notices.subjectId, id), eq(notices.kind, "askReceived"))),
  );
  return rows;
};

const agedBy = (id: string, days: number) =>
  query((db) =>
    db
      .update(entries)
      .set({ publishedAt: sql`now() - make_interval(days => ${days})` })
      .where(eq(entries.id, id)),
  );

const answersUnder = async (viewer: Member, slug: string) =>
  (await listQuestions(viewer, await getAskInSight(viewer, slug)))?.questions ?? [];

test("a question is online at once, is read afterwards, and asks those alone who fit", async () => {
  const [asker, fitting, other] = [await member(), await member(FITS), await member()];
  const { id, slug, askedCount } = await post(asker);
  const [row] = await query((db) =>
    db
      .select({ moderation: entries.moderation, unreadSince: entries.unreadSince })
      .from(entries)
      .where(eq(entries.id, id)),
  );
  expect(row).toMatchObject({ moderation: "published", unreadSince: expect.any(Date) });
  const told = await heard(id);
  expect(told.map(({ accountId }) => accountId)).toContain(fitting.accountId);
  expect(told.map(({ accountId }) => accountId)).not.toContain(other.accountId);
  expect(told).toHaveLength(askedCount);
  // Each reads why in their language: words that both wrote, or that it is their trade.
  expect(told.find(({ accountId }) => accountId === fitting.accountId)?.data).toMatchObject({
    reason: {
      text: { fr: expect.stringContaining("téléphériques"), zh: expect.stringMatching(/行业/) },
    },
  });
  expect(await getAsk(asker, slug)).toMatchObject({ isOwn: true, isOpen: true, askedCount });
  expect(await getAsk(fitting, slug)).toMatchObject({ isOwn: false, askedCount: null });
  expect(await eventsOn(id)).toEqual([
    "ask.drafted",
    "ask.published",
    "ask.version-kept",
    "ask.routed",
  ]);
});

test("the notice says that a question is passed on only where somebody fits", async () => {
  const asker = await member();
  await member(FITS);
  const noticeOf = async (text: string) => {
    const run = told(ASKS, postAsk, postedNotice);
    return (await transaction((tx) => run(tx, asker, { locale: "fr", text }))).notice;
  };
  expect(await noticeOf(TEXT)).toBe("askPosted");
  expect(await noticeOf("Xylophage zwölfgliedrig quaquaversal ".repeat(2))).toBe("askPostedForAll");
});

test("nobody is asked who has gone, is not in the directory, is a colleague or has blocked or was blocked", async () => {
  const asker = await member();
  const away = await Promise.all(
    (["pending", "suspended", "lapsed", "left"] as const).map((status) => member(FITS, { status })),
  );
  const unlisted = await member(FITS);
  const colleague = await member(FITS);
  const [blocker, blocked] = [await member(FITS), await member(FITS)];
  await transaction(async (tx) => {
    const { accountId } = unlisted;
    await tx
      .update(consents)
      .set({ withdrawnAt: sql`now()` })
      .where(eq(consents.accountId, accountId));
    await tx.insert(memberBlocks).values([
      { blockerId: blocker.memberId, blockedId: asker.memberId },
      { blockerId: asker.memberId, blockedId: blocked.memberId },
    ]);
    const { id: organisationId } = await makeOrganisation(tx, {}, [asker]);
    const { memberId } = colleague;
    await tx
      .insert(affiliations)
      .values({ organisationId, memberId, role: "person", isMain: true });
  });
  const { id } = await post(asker);
  const told = (await heard(id)).map(({ accountId }) => accountId);
  for (const one of [...away, unlisted, colleague, blocker, blocked, asker])
    expect(told).not.toContain(one.accountId);
});

test("who has blocked the asker is counted as asked, so that the asker cannot tell", async () => {
  const others = await Promise.all(Array.from({ length: MOST_ASKED }, () => member(FITS)));
  const [asker, other] = [await member(), await member()];
  const first = await heard((await post(other)).id);
  const deaf = others.find((one) => first.some(({ accountId }) => accountId === one.accountId));
  await transaction((tx) =>
    tx.insert(memberBlocks).values({ blockerId: deaf?.memberId ?? "", blockedId: asker.memberId }),
  );
  const { id, askedCount } = await post(asker);
  const told = (await heard(id)).map(({ accountId }) => accountId);
  expect(told).not.toContain(deaf?.accountId);
  expect([askedCount, told.length]).toEqual([first.length, first.length - 1]);
});

test("seven are asked at most, the same each time", async () => {
  await Promise.all(Array.from({ length: MOST_ASKED + 2 }, () => member(FITS)));
  const [first, second] = [await post(await member()), await post(await member())];
  const sets = [await heard(first.id), await heard(second.id)].map((told) =>
    told.map(({ accountId }) => accountId).sort(),
  );
  expect(sets[0]).toHaveLength(MOST_ASKED);
  expect(sets[1]).toEqual(sets[0]);
});

test.each(["pending", "suspended", "lapsed", "left"] as const)(
  "somebody who is %s neither asks nor answers",
  async (status) => {
    const [asker, away] = [await member(), await member({}, { status })];
    const { slug } = await post(asker);
    await expect(post(away)).rejects.toThrow("notFound");
    await expect(answer(away, slug)).rejects.toThrow("notFound");
  },
);

test("the fourth question within a day is refused, however many are sent at once", async () => {
  const asker = await member();
  const sent = await Promise.allSettled(Array.from({ length: 6 }, () => post(asker)));
  expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(ASKS_A_DAY);
  await expect(post(asker)).rejects.toMatchObject({ code: "asksTooMany", field: "text" });
});

test("it takes answers for thirty days, and says that it is closed afterwards", async () => {
  const [asker, other] = [await member(), await member()];
  const { id, slug } = await post(asker);
  await agedBy(id, OPEN_DAYS - 1);
  await answer(other, slug);
  await expect(answer(asker, slug)).rejects.toThrow("notFound");
  await agedBy(id, OPEN_DAYS + 1);
  await expect(answer(other, slug)).rejects.toMatchObject({ code: "askClosed", field: "question" });
  expect(await getAsk(other, slug)).toMatchObject({ isOpen: false });
  expect(await answersUnder(other, slug)).toHaveLength(1);
});

test("whoever asked says which answer helped, and takes that back", async () => {
  const [asker, other] = [await member(), await member()];
  const { slug } = await post(asker);
  await answer(other, slug);
  const [said] = await answersUnder(asker, slug);
  const input = { questionId: said?.id ?? "", version: 1 };
  const mark = (who: Member, version: number) =>
    transaction((tx) => markHelpful(tx, who, { ...input, version }));
  await expect(mark(other, 1)).rejects.toThrow("notFound");
  await mark(asker, 1);
  expect((await answersUnder(other, slug))[0]?.helpedAt).toBeInstanceOf(Date);
  await expect(mark(asker, 1)).rejects.toThrow("conflict");
  await mark(asker, 2);
  expect((await answersUnder(other, slug))[0]?.helpedAt).toBeNull();
});

test("its author alone begins an experience from an answer", async () => {
  const [asker, other] = [await member(), await member()];
  const { slug } = await post(asker);
  const words = "Un seul atelier, à deux heures de route vers l’ouest.";
  await answer(other, slug, words);
  const question = (await answersUnder(other, slug))[0]?.id ?? "";
  const begun = await getPrefill(other, { question }, "fr");
  expect(begun.story).toBe(words);
  expect(TEXT.startsWith(begun.title) && begun.title.length > 0).toBe(true);
  expect(await getPrefill(asker, { question }, "fr")).toMatchObject({ story: "", title: "" });
  const become = (values: Partial<typeof entries.$inferInsert>) =>
    query((db) => db.update(entries).set(values).where(eq(entries.slug, slug)));
  await become({ hiddenAt: new Date() });
  expect(await getPrefill(other, { question }, "fr")).toMatchObject({ story: words, title: "" });
  await become({ hiddenAt: null });
  await query((db) =>
    db.update(entryQuestions).set({ removedAt: sql`now()` }).where(eq(entryQuestions.id, question)),
  );
  expect((await getPrefill(other, { question }, "fr")).story).toBe("");
});

test("members alone read what is asked: nobody else, nor a list of it", async () => {
  const [asker, other] = [await member(), await member()];
  const { slug } = await post(asker);
  expect(await getAsk(null, slug)).toBeNull();
  expect(await getAsk({ ...other, status: "suspended" }, slug)).toBeNull();
  expect(await getAsk({ ...other, status: "pending" }, slug)).toBeNull();
  expect((await listAsks({ ...other, status: "pending" })).rows).toEqual([]);
  const listed = (await listAsks(other)).rows.find((one) => one.slug === slug);
  expect(listed).toMatchObject({ isOpen: true, answerCount: 0, isOwn: false });
});
