import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { mails } from "@/db/schema/mail";
import { projectRevisions, projects } from "@/db/schema/projects";
import { translationOffers } from "@/db/schema/translations";
import type { ProjectContent, StaleMarks } from "../../project-content";
import { proposeRevision, submitRevision } from "../../revisions/mutations";
import type { Words } from "../put-translations";
import { getTranslationSheet } from "../queries";
import { acceptOffer, declineOffer, offerTranslations, withdrawOffer } from "./mutations";

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

const sheetFor = (viewer: Member, slug: string) => getTranslationSheet(viewer, slug, "zh", "fr");

async function offer(project: Project, words: Words, viewer = translator, mark = "") {
  const seen = mark || ((await sheetFor(viewer, project.slug))?.mark ?? "none");
  const input = { projectId: project.id, locale: "zh", mark: seen, words } as const;
  return transaction((tx) => offerTranslations(tx, viewer, input));
}

/** The open offers on a project as its owner sees them. */
async function offersOn(project: Project) {
  return (await sheetFor(owner, project.slug))?.offers ?? [];
}

async function offered(project: Project, words: Words = { summary: SUMMARY }) {
  await offer(project, words);
  const [open] = await offersOn(project);
  if (!open) throw new Error("nothing was offered");
  return { offerId: open.id, mark: open.mark };
}

const accept = (input: { offerId: string; mark: string }, viewer = owner) =>
  transaction((tx) => acceptOffer(tx, viewer, input));

const decline = (offerId: string, words = "", viewer = owner) =>
  transaction((tx) => declineOffer(tx, viewer, { offerId, words }));

const withdraw = (offerId: string, viewer = translator) =>
  transaction((tx) => withdrawOffer(tx, viewer, { offerId }));

const mailsTo = (who: Member, slug: string) =>
  query(async (db) => {
    const rows = await db
      .select({ kind: mails.kind, locale: mails.locale, data: mails.data })
      .from(mails)
      .where(eq(mails.accountId, who.accountId))
      .orderBy(mails.createdAt);
    return rows.filter(({ data }) => data.to?.startsWith(`/projects/${slug}/`));
  });

const namesOn = (id: string) =>
  query(async (db) => {
    const rows = await db
      .select({ name: auditEvents.name })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id);
    return rows.map(({ name }) => name);
  });

async function editOf(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        id: projectRevisions.id,
        version: projectRevisions.version,
        content: projectRevisions.content,
        stale: projectRevisions.stale,
      })
      .from(projectRevisions)
      .where(eq(projectRevisions.projectId, id)),
  );
  if (!row) throw new Error("no edit");
  return { ...row, content: row.content as ProjectContent, stale: row.stale as StaleMarks };
}

describe("a member offers translations", () => {
  test("one mail to the owner in their language, one event a text; new words take the place of the old", async () => {
    const project = await make();
    await offer(project, { title: "在宁波共同采购", summary: SUMMARY });
    await offer(project, { title: "在宁波一起采购", summary: SUMMARY });
    expect(await offersOn(project)).toMatchObject([
      { field: "title", words: "在宁波一起采购", author: { name: "Wenqi Zhao" } },
      { field: "summary", words: SUMMARY },
    ]);
    expect(await mailsTo(owner, project.slug)).toMatchObject([
      {
        kind: "translationOffered",
        locale: "fr",
        data: { person: "Wenqi Zhao", fields: "Titre et Présentation", language: "chinois" },
      },
    ]);
    expect(await namesOn(project.id)).toEqual(Array(3).fill("translation.offered"));
  });

  test("only of what they read: what lies behind acceptance is not found", async () => {
    const project = await make({ textLevel: "contacts" });
    const sheet = await sheetFor(translator, project.slug);
    expect(sheet?.fields.map(({ field }) => field)).toEqual(["title", "teaser"]);
    const mark = sheet?.mark ?? "";
    await expect(offer(project, { summary: SUMMARY }, translator, mark)).rejects.toMatchObject({
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
    const mark = (await sheetFor(other, project.slug))?.mark ?? "";
    const suspended = { ...other, status: "suspended" as const };
    const cases = [
      [draft, other],
      [project, owner],
      [project, suspended],
    ] as const;
    for (const [on, viewer] of cases) {
      await expect(offer(on, { summary: SUMMARY }, viewer, mark)).rejects.toMatchObject({
        code: "notFound",
      });
    }
    const input = { projectId: project.id, locale: "fr", mark, words: { summary: "x" } } as const;
    await expect(transaction((tx) => offerTranslations(tx, other, input))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("nothing new, an original that changed meanwhile, and more than forty a day are refused", async () => {
    const project = await make();
    await expect(offer(project, {})).rejects.toMatchObject({ code: "translationUnchanged" });
    const mark = (await sheetFor(translator, project.slug))?.mark ?? "";
    await query((db) =>
      db
        .update(projects)
        .set({ summary: { fr: "Trois fois par an." } })
        .where(eq(projects.id, project.id)),
    );
    await expect(offer(project, { summary: SUMMARY }, translator, mark)).rejects.toMatchObject({
      code: "conflict",
    });
    const busy = await transaction((tx) => makeMember(tx));
    await transaction(async (tx) => {
      for (let index = 0; index < 40; index++) {
        const { memberId } = busy;
        const field = `spent-${index}`;
        await tx
          .insert(translationOffers)
          .values({ projectId: project.id, memberId, field, locale: "en", words: "x" });
      }
    });
    await expect(offer(project, { summary: SUMMARY }, busy)).rejects.toMatchObject({
      code: "askedTooOften",
    });
  });

  test("is taken back by its author alone, once", async () => {
    const project = await make();
    const { offerId, mark } = await offered(project);
    await expect(withdraw(offerId, other)).rejects.toMatchObject({ code: "notFound" });
    await withdraw(offerId);
    await expect(withdraw(offerId)).rejects.toMatchObject({ code: "alreadyDecided" });
    await expect(accept({ offerId, mark })).rejects.toMatchObject({ code: "offerWithdrawn" });
    await expect(decline(offerId)).rejects.toMatchObject({ code: "offerWithdrawn" });
    expect(await namesOn(project.id)).toEqual(["translation.offered", "translation.withdrawn"]);
  });
});

describe("the owner answers", () => {
  test("yes: the words stand in the edit as their author's, who is thanked without the owner's name", async () => {
    const project = await make();
    await accept(await offered(project));
    const { content, stale } = await editOf(project.id);
    expect(content.summary.zh).toBe(SUMMARY);
    expect(content.provenance).toEqual({
      summary: { zh: { origin: "person", by: translator.accountId, isReviewed: true } },
    });
    expect(stale).toEqual({});
    const [mail] = await mailsTo(translator, project.slug);
    expect(mail).toMatchObject({
      kind: "translationAccepted",
      locale: "zh",
      data: { fields: "项目介绍", language: "中文" },
    });
    expect(JSON.stringify(mail)).not.toContain("Vernoux");
    expect(await namesOn(project.id)).toContain("translation.accepted");
  });

  test("yes while the owner's edit has another original: older than that original", async () => {
    const project = await make();
    const { offerId } = await offered(project);
    const change = { content: { summary: { fr: "Trois fois par an." } } };
    const start = { projectId: project.id, revisionId: null, version: 1 };
    await transaction((tx) => proposeRevision(tx, owner, { ...start, ...change }));
    const [open] = await offersOn(project);
    await accept({ offerId, mark: open?.mark ?? "" });
    expect((await editOf(project.id)).stale).toEqual({ summary: ["zh"] });
  });

  test("not while the club team reads the edit, not on what has changed since the page was read", async () => {
    const project = await make();
    const first = await offered(project);
    await offer(project, { summary: "另一种说法。" });
    await expect(accept(first)).rejects.toMatchObject({ code: "conflict" });
    const start = { projectId: project.id, revisionId: null, version: 1, content: {} };
    const { revisionId } = await transaction((tx) => proposeRevision(tx, owner, start));
    await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 2 }));
    await expect(accept(first)).rejects.toMatchObject({ code: "editBeingRead" });
    await decline(first.offerId, "Merci, c’est déjà traduit.");
  });

  test("a translation that tells who proposes the project is refused, and stays open", async () => {
    const project = await make();
    const found = await offered(project, { teaser: "Vernoux 公司寻找伙伴" });
    await expect(accept(found)).rejects.toMatchObject({
      code: "identifiesOwner",
      values: { found: "Vernoux" },
    });
    expect(await offersOn(project)).toHaveLength(1);
  });

  test("no: its author reads the words", async () => {
    const project = await make();
    const { offerId } = await offered(project);
    await decline(offerId, "Le terme n’est pas le bon.");
    expect(await mailsTo(translator, project.slug)).toMatchObject([
      { kind: "translationDeclined", data: { words: "Le terme n’est pas le bon." } },
    ]);
    expect(await namesOn(project.id)).toEqual(["translation.offered", "translation.declined"]);
    await offer(project, { summary: SUMMARY });
    expect(await offersOn(project)).toHaveLength(1);
  });

  test("nobody else answers, and of two answers at once the second is told", async () => {
    const project = await make();
    const found = await offered(project);
    for (const viewer of [translator, other]) {
      await expect(accept(found, viewer)).rejects.toMatchObject({ code: "notFound" });
      await expect(decline(found.offerId, "", viewer)).rejects.toMatchObject({ code: "notFound" });
    }
    const answers = await Promise.allSettled([accept(found), decline(found.offerId)]);
    const codes = answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(codes).toEqual(["alreadyDecided"]);
    const [row] = await query((db) =>
      db
        .select({ decidedBy: translationOffers.decidedBy })
        .from(translationOffers)
        .where(and(eq(translationOffers.id, found.offerId))),
    );
    expect(row?.decidedBy).toBe(owner.accountId);
  });
});
