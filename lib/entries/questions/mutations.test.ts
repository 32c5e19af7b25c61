import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { mails } from "@/db/schema/mail";
import { notices } from "@/db/schema/notices";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { askQuestion, removeAnswer, removeQuestion, replyToQuestion } from "./mutations";
import { listQuestions } from "./queries";
import { QUESTIONS_A_DAY } from "./question-limits";

type Member = Awaited<ReturnType<typeof makeMember>>;

const words = "Combien de places reste-t-il pour 2027 ?";

let owner: Member;
let asker: Member;
let other: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, { familyName: "Montclair" }, { locale: "en" });
    asker = await makeMember(tx, { familyName: "Zhao" }, { locale: "zh" });
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(closeDatabase);

const make = (values: Parameters<typeof makeProject>[2] = {}) =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published", ...values }));

const ask = (slug: string, viewer = asker, question = words) =>
  transaction((tx) => askQuestion(tx, viewer, PROJECT_VERBS, { slug, locale: "fr", question }));

const answer = (questionId: string, version = 1, viewer = owner, text = "Deux.") =>
  transaction((tx) =>
    replyToQuestion(tx, viewer, { questionId, version, locale: "en", answer: text }),
  );

const list = async (viewer: Member | null, slug: string) =>
  listQuestions(viewer, await getProjectInSight(viewer, slug));

const take = (verb: typeof removeAnswer, questionId: string, version: number, viewer: Member) =>
  transaction((tx) => verb(tx, viewer, { questionId, version }));

const mailsTo = (member: Member, slug: string, _at = "projects") =>
  query((db) =>
    db
      .select({ kind: mails.kind, data: mails.data })
      .from(mails)
      .where(
        and(
          eq(mails.accountId, member.accountId),
          inArray(mails.kind, ["questionAsked", "questionAnswered"]),
        ),
      ),
  ).then((rows) => rows.filter(({ data }) => data.to === `/projects/${slug}#questions`));

describe("asking and answering", () => {
  test("both sides get a mail that names nobody, and each step its event", async () => {
    const project = await make({ ownerLevel: "contacts" });
    const { questionId } = await ask(project.slug);
    const [told] = await mailsTo(owner, project.slug);
    expect(told).toMatchObject({ kind: "questionAsked", data: { words } });
    await answer(questionId);
    await answer(questionId, 2, owner, "Trois, finalement.");
    const sent = await mailsTo(asker, project.slug);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ kind: "questionAnswered", data: { words: "Deux." } });
    expect(Object.keys(told?.data ?? {}).sort()).toEqual(["kind", "name", "title", "to", "words"]);
    expect(told?.data.name).not.toContain("Zhao");
    expect(sent[0]?.data.name).not.toContain("Montclair");
    expect(await eventsOn(project.id)).toEqual([
      "project.question-asked",
      "project.question-answered",
      "project.question-answered",
    ]);
    const page = await list(other, project.slug);
    expect(page).toMatchObject({ canAsk: true, isOwn: false });
    expect(page?.questions).toMatchObject([
      { words, answer: "Trois, finalement.", asker: { familyName: "Zhao" } },
    ]);
    expect(JSON.stringify(page)).not.toContain("Montclair");
  });

  test("no notice keeps the words, which can be written anew or taken back", async () => {
    const project = await make();
    const { questionId } = await ask(project.slug);
    await answer(questionId);
    const told = await query((db) =>
      db
        .select({ kind: notices.kind, data: notices.data })
        .from(notices)
        .where(eq(notices.subjectId, project.id))
        .orderBy(notices.createdAt),
    );
    expect(told.map(({ kind }) => kind)).toEqual(["questionAsked", "questionAnswered"]);
    expect(JSON.stringify(told)).not.toMatch(/Combien|Deux/);
  });

  test("not by the owner, a visitor of another state, nor under what one does not read", async () => {
    const { slug } = await make();
    await expect(ask(slug, owner)).rejects.toThrow("notFound");
    await expect(ask(slug, { ...asker, status: "suspended" })).rejects.toThrow("notFound");
    for (const moderation of ["draft", "submitted", "withdrawn", "archived"] as const) {
      await expect(ask((await make({ moderation })).slug)).rejects.toThrow("notFound");
    }
    const behind = await make({ textLevel: "contacts" });
    await expect(ask(behind.slug)).rejects.toThrow("notFound");
    await expect(ask(behind.slug, moderator)).rejects.toThrow("notFound");
    await transaction((tx) => makeInterest(tx, behind.id, asker.memberId, { state: "accepted" }));
    await ask(behind.slug);
    expect(await list(other, behind.slug)).toBeNull();
    expect((await list(asker, behind.slug))?.questions).toHaveLength(1);
  });

  test("ten a day, also all at once", async () => {
    const curious = await transaction((tx) => makeMember(tx));
    const { slug } = await make();
    const outcomes = await Promise.allSettled(
      Array.from({ length: QUESTIONS_A_DAY + 3 }, () => ask(slug, curious)),
    );
    const refused = outcomes.filter((one) => one.status === "rejected");
    expect(refused).toHaveLength(3);
    expect(refused[0]?.reason).toMatchObject({ code: "questionsTooMany", field: "question" });
  });

  test("only the owner answers; one of two answers at once is told", async () => {
    const { slug } = await make();
    const { questionId } = await ask(slug);
    for (const viewer of [asker, other, moderator]) {
      await expect(answer(questionId, 1, viewer)).rejects.toThrow("notFound");
    }
    const outcomes = await Promise.allSettled([answer(questionId), answer(questionId)]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
  });
});

describe("taking off", () => {
  test("a question goes with its answer, by its author or the owner, for everybody", async () => {
    for (const viewer of [asker, owner]) {
      const { slug, id } = await make();
      const { questionId } = await ask(slug);
      await answer(questionId);
      for (const stranger of [other, moderator]) {
        await expect(take(removeQuestion, questionId, 2, stranger)).rejects.toThrow("notFound");
      }
      await expect(take(removeQuestion, questionId, 1, viewer)).rejects.toThrow("conflict");
      await take(removeQuestion, questionId, 2, viewer);
      expect((await list(owner, slug))?.questions).toEqual([]);
      await expect(take(removeQuestion, questionId, 3, viewer)).rejects.toThrow("notFound");
      await expect(answer(questionId, 3)).rejects.toThrow("notFound");
      expect((await eventsOn(id)).at(-1)).toBe("project.question-removed");
    }
  });

  test("an answer goes by the owner alone, the question stays", async () => {
    const { slug, id } = await make();
    const { questionId } = await ask(slug);
    await expect(take(removeAnswer, questionId, 1, owner)).rejects.toThrow("notFound");
    await answer(questionId);
    await expect(take(removeAnswer, questionId, 2, asker)).rejects.toThrow("notFound");
    await take(removeAnswer, questionId, 2, owner);
    expect((await list(other, slug))?.questions).toMatchObject([{ answer: null }]);
    expect((await eventsOn(id)).at(-1)).toBe("project.answer-removed");
  });
});

test("what a reader may do stands beside each question; visitors see none", async () => {
  const { slug } = await make();
  const { questionId } = await ask(slug);
  await answer(questionId);
  const may = async (viewer: Member) => (await list(viewer, slug))?.questions[0]?.may;
  const no = { answer: false, remove: false, removeAnswer: false, translate: [] };
  expect(await may(owner)).toEqual({ ...no, answer: true, remove: true, removeAnswer: true });
  expect(await may(asker)).toEqual({ ...no, remove: true });
  expect(await may(other)).toEqual(no);
  expect(await list(null, slug)).toBeNull();
});
