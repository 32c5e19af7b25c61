import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { projects } from "@/db/schema/projects";
import { translationOffers } from "@/db/schema/translations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { offerTranslations } from "./offers.mutations";
import type { Words } from "./put-translations";
import { getTranslationSheet } from "./translation-sheet.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Project = Awaited<ReturnType<typeof makeProject>>;

let owner: Member;
let translator: Member;
let other: Member;

const SUMMARY = "我们每年共同订货两次。";

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, { familyName: "Vernoux", givenName: "Agathe" });
    const name = { familyName: "Zhao", givenName: "Wenqi", nameZh: "赵文琪" };
    translator = await makeMember(tx, name, { locale: "zh" });
    other = await makeMember(tx);
  });
});

afterAll(closeDatabase);

const make = (values: Parameters<typeof makeProject>[2] = {}) =>
  transaction((tx) => makeProject(tx, owner.memberId, { moderation: "published", ...values }));

const sheetFor = (viewer: Member, slug: string) =>
  getTranslationSheet(viewer, PROJECT_VERBS, slug, "zh", "fr");

async function offer(project: Project, words: Words, viewer = translator, fingerprint = "") {
  const seen = fingerprint || ((await sheetFor(viewer, project.slug))?.fingerprint ?? "none");
  const input = { entryId: project.id, locale: "zh", fingerprint: seen, words } as const;
  return transaction((tx) => offerTranslations(tx, viewer, PROJECT_VERBS, input));
}

/** The open offers on a project as its owner sees them. */
async function offersOn(project: Project) {
  return (await sheetFor(owner, project.slug))?.offers ?? [];
}

const toldOf = async (who: Member, slug: string) =>
  (await toldTo(who)).filter(({ data }) => data.to?.startsWith(`/projects/${slug}/`));

describe("a member offers translations", () => {
  test("one notice to the owner in their language, one event a text; new words take the place of the old", async () => {
    const project = await make();
    await offer(project, { title: "在宁波共同采购", summary: SUMMARY });
    await offer(project, { title: "在宁波一起采购", summary: SUMMARY });
    expect(await offersOn(project)).toMatchObject([
      { field: "title", words: "在宁波一起采购", author: { name: "Wenqi Zhao" } },
      { field: "summary", words: SUMMARY },
    ]);
    expect(await toldOf(owner, project.slug)).toMatchObject([
      {
        kind: "translationOffered",
        locale: "fr",
        data: { person: "Wenqi Zhao", fields: "Titre et Présentation", language: "chinois" },
      },
    ]);
    expect(await eventsOn(project.id)).toEqual(Array(3).fill("translation.offered"));
  });

  test("only of what they read: what lies behind acceptance is not found", async () => {
    const project = await make({ textLevel: "contacts" });
    const sheet = await sheetFor(translator, project.slug);
    expect(sheet?.fields.map(({ field }) => field)).toEqual(["title", "teaser"]);
    const fingerprint = sheet?.fingerprint ?? "";
    await expect(
      offer(project, { summary: SUMMARY }, translator, fingerprint),
    ).rejects.toMatchObject({
      code: "translationUnchanged",
    });
    await transaction((tx) =>
      makeInterest(tx, project.id, translator.memberId, { state: "accepted" }),
    );
    await offer(project, { summary: SUMMARY });
    expect(await offersOn(project)).toHaveLength(1);
  });

  test("not of a draft, not of one's own, not as a suspended member, not into the original", async () => {
    const draft = await make({ moderation: "draft" });
    const project = await make();
    const fingerprint = (await sheetFor(other, project.slug))?.fingerprint ?? "";
    const suspended = { ...other, status: "suspended" as const };
    const cases = [
      [draft, other],
      [project, owner],
      [project, suspended],
    ] as const;
    for (const [on, viewer] of cases) {
      await expect(offer(on, { summary: SUMMARY }, viewer, fingerprint)).rejects.toMatchObject({
        code: "notFound",
      });
    }
    const input = {
      entryId: project.id,
      locale: "fr",
      fingerprint,
      words: { summary: "x" },
    } as const;
    await expect(
      transaction((tx) => offerTranslations(tx, other, PROJECT_VERBS, input)),
    ).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("nothing new, an original that changed meanwhile, and more than forty a day are refused", async () => {
    const project = await make();
    await expect(offer(project, {})).rejects.toMatchObject({ code: "translationUnchanged" });
    const fingerprint = (await sheetFor(translator, project.slug))?.fingerprint ?? "";
    await query((db) =>
      db
        .update(projects)
        .set({ summary: { fr: "Trois fois par an." } })
        .where(eq(projects.id, project.id)),
    );
    await expect(
      offer(project, { summary: SUMMARY }, translator, fingerprint),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    const busy = await transaction((tx) => makeMember(tx));
    await transaction(async (tx) => {
      for (let index = 0; index < 40; index++) {
        const { memberId } = busy;
        const field = `spent-${index}`;
        await tx
          .insert(translationOffers)
          .values({ entryId: project.id, memberId, field, locale: "en", words: "x" });
      }
    });
    await expect(offer(project, { summary: SUMMARY }, busy)).rejects.toMatchObject({
      code: "askedTooOften",
    });
  });
});
