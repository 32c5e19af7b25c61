import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { entryQuestions } from "@/db/schema/entry-parts";
import { questionTranslations } from "@/db/schema/translations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { OFFERED_A_DAY } from "../offer-limits";
import { askQuestion, removeAnswer, removeQuestion, replyToQuestion } from "./mutations";
import { listQuestions } from "./queries";
import { getQuestionSheet } from "./sheet.queries";
import { translateQuestion } from "./translations.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

const both = { translates: true, languages: ["fr", "zh"] };

let owner: Member;
let asker: Member;
let translator: Member;
let reader: Member;
let questionId: string;
let slug: string;
let entryId: string;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    translator = await makeMember(tx, { ...both, familyName: "Traductrice" });
    reader = await makeMember(tx, {}, { locale: "zh" });
  });
});

beforeEach(async () => {
  asker = await transaction((tx) => makeMember(tx));
  const made = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "published", ownerLevel: "contacts" }),
  );
  entryId = made.id;
  slug = made.slug;
  const asked = { slug, locale: "fr", question: "Combien de places en 2027 ?" } as const;
  questionId = await transaction(async (tx) => {
    const one = await askQuestion(tx, asker, PROJECT_VERBS, asked);
    const said = { questionId: one.questionId, version: 1, locale: "fr", answer: "Deux." } as const;
    await replyToQuestion(tx, owner, said);
    return one.questionId;
  });
});

afterAll(closeDatabase);

const refused = (code: string) => expect.objectContaining({ code });

const sheetFor = (viewer: Member, to: "zh" | "en" | "fr" = "zh") =>
  getQuestionSheet(viewer, PROJECT_VERBS, slug, to);

async function seenBy(viewer: Member, to: "zh" | "en" = "zh") {
  const page = await listQuestions(viewer, await getProjectInSight(viewer, slug), { locale: to });
  return page?.questions[0];
}

type Words = { question?: string; answer?: string };

/** As the form of its page sends it. */
async function translate(viewer: Member, words: Words, to: "zh" | "en" = "zh") {
  const rows = (await sheetFor(translator, to))?.rows;
  const fingerprint = rows?.find(({ id }) => id === questionId)?.fingerprint ?? "";
  return send(viewer, fingerprint, words, to);
}

const send = (viewer: Member, fingerprint: string, words: Words, locale: "zh" | "en" = "zh") =>
  transaction((tx) => translateQuestion(tx, viewer, { questionId, locale, fingerprint, ...words }));

const stored = () =>
  query((db) =>
    db
      .select({ part: questionTranslations.part, words: questionTranslations.words })
      .from(questionTranslations)
      .where(eq(questionTranslations.questionId, questionId))
      .orderBy(questionTranslations.part),
  );

const all = { question: "2027年还有几个名额？", answer: "两个。" };

describe("a question and its answer are translated", () => {
  test("their readers read them in their language, with who translated and the original", async () => {
    expect((await sheetFor(translator))?.missing).toBe(1);
    await translate(translator, all);
    const seen = await seenBy(reader);
    expect(seen).toMatchObject({
      words: "Combien de places en 2027 ?",
      answer: "Deux.",
      shown: {
        question: { words: all.question, locale: "zh", note: { translator: { kind: "person" } } },
        answer: { words: all.answer, locale: "zh" },
      },
    });
    expect((await sheetFor(translator))?.missing).toBe(0);
    const events = await query((db) =>
      db
        .select({ name: auditEvents.name, data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, entryId))
        .orderBy(auditEvents.id),
    );
    expect(events.slice(-2)).toMatchObject([
      {
        name: "translation.saved",
        data: { locale: "zh", field: "question", question: questionId },
      },
      { name: "translation.saved", data: { field: "answer" } },
    ]);
  });

  test("its translator puts it right, and takes it back", async () => {
    await translate(translator, all);
    await translate(translator, { ...all, answer: "有两个。" });
    expect(await stored()).toEqual([
      { part: "answer", words: "有两个。" },
      { part: "question", words: all.question },
    ]);
    await translate(translator, { answer: "" });
    expect(await stored()).toEqual([{ part: "question", words: all.question }]);
    await expect(translate(translator, { question: all.question })).rejects.toEqual(
      refused("translationUnchanged"),
    );
  });

  test("the owner translates without having said so, unnamed as they chose, and may change another’s", async () => {
    await translate(translator, { answer: "一个。" });
    await translate(owner, all);
    const seen = await seenBy(reader);
    expect(seen?.shown.answer).toMatchObject({
      words: all.answer,
      note: { translator: { kind: "owner" } },
    });
    await expect(translate(translator, { answer: "三个。" })).rejects.toEqual(refused("conflict"));
  });

  test("a new answer drops its translation and keeps the question’s; one taken off too", async () => {
    await translate(translator, all);
    const again = { questionId, locale: "fr", answer: "Trois." } as const;
    await transaction((tx) => replyToQuestion(tx, owner, { ...again, version: 2 }));
    expect(await stored()).toEqual([{ part: "question", words: all.question }]);
    await translate(translator, { answer: "三个。" });
    await transaction((tx) => removeAnswer(tx, owner, { questionId, version: 3 }));
    expect(await stored()).toEqual([{ part: "question", words: all.question }]);
    await transaction((tx) => removeQuestion(tx, asker, { questionId, version: 4 }));
    expect(await stored()).toEqual([]);
  });
});

describe("nobody else translates", () => {
  test.each([
    ["who did not say that they translate", { translates: false }],
    ["who does not speak one of the two", { languages: ["zh", "en"] }],
    ["who is suspended", {}, "suspended"],
  ])("a member %s", async (_who, member, status = "active") => {
    const { fingerprint = "" } = (await sheetFor(translator))?.rows[0] ?? {};
    const account = { status: status as "active" | "suspended" };
    const other = await transaction((tx) => makeMember(tx, { ...both, ...member }, account));
    await expect(send(other, fingerprint, all)).rejects.toEqual(refused("notFound"));
    expect((await sheetFor(other))?.rows ?? []).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  test("what is kept for contacts is its owner’s alone, and what was taken down nobody’s", async () => {
    const { fingerprint = "" } = (await sheetFor(translator))?.rows[0] ?? {};
    const set = (values: string) =>
      transaction((tx) =>
        tx.execute(sql`update entries set ${sql.raw(values)} where id = ${entryId}`),
      );
    await set("text_level = 'contacts'");
    await expect(send(translator, fingerprint, all)).rejects.toEqual(refused("notFound"));
    expect(await sheetFor(translator)).toBeNull();
    await set("text_level = 'members', hidden_at = now()");
    await expect(send(translator, fingerprint, all)).rejects.toEqual(refused("notFound"));
    await expect(send(owner, fingerprint, all)).rejects.toEqual(refused("notFound"));
    await set("hidden_at = null");
    await send(owner, fingerprint, all);
  });

  test("a question that was taken down hides its translations with it", async () => {
    await translate(translator, all);
    await transaction((tx) =>
      tx
        .update(entryQuestions)
        .set({ hiddenAt: new Date() })
        .where(eq(entryQuestions.id, questionId)),
    );
    expect(await seenBy(reader)).toBeUndefined();
    expect(JSON.stringify(await sheetFor(translator))).not.toContain(all.question);
    await expect(translate(translator, { answer: "三个。" })).rejects.toEqual(refused("notFound"));
  });
});

describe("several at once", () => {
  test("whoever is second is told, and so is who translated what was changed meanwhile", async () => {
    const second = await transaction((tx) => makeMember(tx, both));
    const { fingerprint = "" } = (await sheetFor(translator))?.rows[0] ?? {};
    const tries = await Promise.allSettled([
      send(translator, fingerprint, all),
      send(second, fingerprint, { ...all, answer: "两个吧。" }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [lost] = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(lost).toEqual(refused("conflict"));
    const now = (await sheetFor(owner))?.rows[0]?.fingerprint ?? "";
    const changed = { questionId, version: 2, locale: "fr", answer: "Trois." } as const;
    await transaction((tx) => replyToQuestion(tx, owner, changed));
    await expect(send(owner, now, { answer: "四个。" })).rejects.toEqual(refused("conflict"));
  });

  test(`${OFFERED_A_DAY} a day, and no more`, async () => {
    const busy = await transaction((tx) => makeMember(tx, both));
    const { fingerprint = "" } = (await sheetFor(translator))?.rows[0] ?? {};
    await plant(busy, OFFERED_A_DAY - 1);
    await expect(send(busy, fingerprint, all)).rejects.toEqual(refused("askedTooOften"));
    await send(busy, fingerprint, { question: all.question });
  });
});

/** So many translations of today by one member. */
async function plant({ memberId }: Member, count: number) {
  await transaction(async (tx) => {
    const asked = { entryId, memberId: asker.memberId, locale: "fr", words: "x" } as const;
    const rows = await tx
      .insert(entryQuestions)
      .values(Array.from({ length: count }, () => asked))
      .returning({ questionId: entryQuestions.id });
    const done = { part: "question", locale: "en", words: "x", memberId } as const;
    await tx.insert(questionTranslations).values(rows.map((row) => ({ ...row, ...done })));
  });
}
