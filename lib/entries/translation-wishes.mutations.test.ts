import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { entryQuestions } from "@/db/schema/entry-parts";
import { translationWishes } from "@/db/schema/translations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { WISHES_A_DAY } from "./offer-limits";
import { getTranslationSheet } from "./translation-sheet.queries";
import { askTranslation } from "./translation-wishes.mutations";
import { getWish } from "./translation-wishes.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let reader: Member;
let translator: Member;

const speaks = { translates: true, languages: ["fr", "zh"] };

beforeAll(async () => {
  owner = await transaction((tx) => makeMember(tx, speaks));
  translator = await transaction((tx) => makeMember(tx, speaks, { locale: "zh" }));
});

beforeEach(async () => {
  reader = await transaction((tx) => makeMember(tx));
});

afterAll(closeDatabase);

const make = (values: Parameters<typeof makeProject>[2] = {}) =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published", ...values }));

const ask = (entryId: string, viewer: Member = reader, locale: "zh" | "en" | "fr" = "zh") =>
  transaction((tx) => askTranslation(tx, viewer, PROJECT_VERBS, { entryId, locale }));

const heard = async (who: Member, slug: string) =>
  (await toldTo(who)).filter(
    ({ kind, data }) => kind === "translationAsked" && data.to?.startsWith(`/projects/${slug}/`),
  );

const refused = (code: string) => expect.objectContaining({ code });

const wishOn = async (slug: string, viewer: Member = reader) => {
  const sheet = await getTranslationSheet(viewer, PROJECT_VERBS, slug, "zh", "fr");
  return sheet && getWish(sheet);
};

describe("a translation is asked for", () => {
  test("those who translate between the two languages hear of the text, in their language and once, and nobody else", async () => {
    const [quiet, elsewhere, away] = await transaction(async (tx) => [
      await makeMember(tx, { ...speaks, translates: false }),
      await makeMember(tx, { translates: true, languages: ["fr", "en"] }),
      await makeMember(tx, speaks, { status: "suspended" }),
    ]);
    const { id, slug } = await make();
    expect(await wishOn(slug)).toBeNull();
    await ask(id);
    expect(await heard(translator, slug)).toMatchObject([
      { locale: "zh", data: { language: "中文", to: `/projects/${slug}/translate?to=zh` } },
    ]);
    const [told] = await heard(translator, slug);
    expect(JSON.stringify(told?.data)).not.toContain(reader.memberSlug ?? reader.accountId);
    for (const one of [quiet, elsewhere, away, owner, reader]) {
      expect(await heard(one as Member, slug)).toEqual([]);
    }
    expect(await wishOn(slug)).toBeInstanceOf(Date);
  });

  test("once in thirty days, also by two at once; then anew", async () => {
    const { id, slug } = await make();
    const other = await transaction((tx) => makeMember(tx));
    const both = await Promise.allSettled([ask(id), ask(id, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(ask(id, owner)).rejects.toEqual(refused("translationWished"));
    expect(await heard(translator, slug)).toHaveLength(1);
    await transaction((tx) =>
      tx
        .update(translationWishes)
        .set({ askedAt: sql`now() - interval '30 days 1 minute'` })
        .where(eq(translationWishes.entryId, id)),
    );
    expect(await wishOn(slug)).toBeNull();
    await ask(id, owner);
    expect(await heard(translator, slug)).toHaveLength(2);
  });

  test("five times a day by one account, also by several tabs at once", async () => {
    const all = await Promise.all(Array.from({ length: WISHES_A_DAY + 2 }, () => make()));
    const tries = await Promise.allSettled(all.map(({ id }) => ask(id)));
    const failed = tries.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(failed).toEqual([refused("askedTooOften"), refused("askedTooOften")]);
  });

  test("only of what a reader reads, and what is missing; nothing stays of a refusal", async () => {
    const hidden = await make({ textLevel: "contacts" });
    await expect(ask(hidden.id)).rejects.toEqual(refused("notFound"));
    const draft = await make({ moderation: "draft" });
    await expect(ask(draft.id)).rejects.toEqual(refused("notFound"));
    const open = await make();
    await expect(ask(open.id, reader, "fr")).rejects.toEqual(refused("nothingToTranslate"));
    await transaction((tx) => tx.execute(sql`update members set translates = false`));
    await expect(ask(open.id)).rejects.toEqual(refused("nobodyTranslates"));
    expect(await wishOn(open.slug)).toBeNull();
    await transaction((tx) =>
      tx.execute(sql`update members set translates = true where id = ${translator.memberId}`),
    );
    await ask(open.id);
  });

  test("for the questions under it too, into its own language as well", async () => {
    const { id, slug } = await make();
    await expect(ask(id, reader, "fr")).rejects.toEqual(refused("nothingToTranslate"));
    await transaction((tx) =>
      tx
        .insert(entryQuestions)
        .values({ entryId: id, memberId: reader.memberId, locale: "zh", words: "还有几个名额？" }),
    );
    expect(await ask(id, reader, "fr")).toEqual({ slug, isQuestions: true });
    expect(await heard(translator, slug)).toMatchObject([
      { data: { fields: "问与答", to: `/projects/${slug}/questions?to=fr` } },
    ]);
  });

  test("a member whose membership has lapsed asks for nothing", async () => {
    const { id } = await make();
    const lapsed = await transaction((tx) => makeMember(tx, {}, { status: "lapsed" }));
    await expect(ask(id, { ...lapsed, status: "lapsed" } as Member)).rejects.toEqual(
      refused("notFound"),
    );
  });
});
