import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { eventsOn, toldTo } from "@/db/read-back";
import { entries, entryRevisions } from "@/db/schema/entries";
import { translationOffers } from "@/db/schema/translations";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import type { ProjectContent } from "@/lib/projects/project";
import { submitRevision } from "@/lib/projects/revisions.mutations";
import { acceptOffers, declineOffer, withdrawOffer } from "./offer-answers.mutations";
import { offerTranslations } from "./offers.mutations";
import type { Words } from "./put-translations";
import { proposeRevision } from "./revisions.mutations";
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

async function offer(project: Project, words: Words, viewer = translator) {
  const fingerprint = (await sheetFor(viewer, project.slug))?.fingerprint ?? "none";
  const input = { entryId: project.id, locale: "zh", fingerprint, words } as const;
  return transaction((tx) => offerTranslations(tx, viewer, PROJECT_VERBS, input));
}

/** The open offers on a project as its owner sees them. */
async function offersOn(project: Project) {
  return (await sheetFor(owner, project.slug))?.offers ?? [];
}

async function offered(project: Project, words: Words = { summary: SUMMARY }) {
  await offer(project, words);
  const [open] = await offersOn(project);
  if (!open) throw new Error("nothing was offered");
  return { offerId: open.id, fingerprint: open.fingerprint };
}

const accept = (input: { offerId: string; fingerprint: string }, viewer = owner, isAll = false) =>
  transaction((tx) => acceptOffers(tx, viewer, PROJECT_VERBS, input, isAll));

const decline = (offerId: string, words = "", viewer = owner) =>
  transaction((tx) => declineOffer(tx, viewer, PROJECT_VERBS, { offerId, words }));

const withdraw = (offerId: string, viewer = translator) =>
  transaction((tx) => withdrawOffer(tx, viewer, PROJECT_VERBS, { offerId }));

/** What the owner can accept in one go. */
async function bundled(project: Project, words: Words) {
  await offer(project, words);
  const [bundle] = (await sheetFor(owner, project.slug))?.bundles ?? [];
  if (!bundle) throw new Error("nothing to accept in one go");
  return { offerId: bundle.offerId, fingerprint: bundle.fingerprint };
}

const acceptAll = (input: Parameters<typeof accept>[0], by = owner) => accept(input, by, true);

const toldOf = async (who: Member, slug: string) =>
  (await toldTo(who)).filter(({ data }) => data.to?.startsWith(`/projects/${slug}/`));

async function editOf(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        id: entryRevisions.id,
        version: entryRevisions.version,
        content: entryRevisions.content,
        stale: entryRevisions.stale,
      })
      .from(entryRevisions)
      .where(eq(entryRevisions.entryId, id)),
  );
  if (!row) throw new Error("no edit");
  return { ...row, content: row.content as ProjectContent, stale: row.stale as StaleMarks };
}

test("an offer is taken back by its author alone, once", async () => {
  const project = await make();
  const { offerId, fingerprint } = await offered(project);
  await expect(withdraw(offerId, other)).rejects.toMatchObject({ code: "notFound" });
  await withdraw(offerId);
  await expect(withdraw(offerId)).rejects.toMatchObject({ code: "alreadyDecided" });
  await expect(accept({ offerId, fingerprint })).rejects.toMatchObject({ code: "offerWithdrawn" });
  await expect(decline(offerId)).rejects.toMatchObject({ code: "offerWithdrawn" });
  expect(await eventsOn(project.id)).toEqual(["translation.offered", "translation.withdrawn"]);
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
    const [mail] = await toldOf(translator, project.slug);
    expect(mail).toMatchObject({
      kind: "translationAccepted",
      locale: "zh",
      data: { fields: "项目介绍", language: "中文" },
    });
    expect(JSON.stringify(mail)).not.toContain("Vernoux");
    expect(await eventsOn(project.id)).toContain("translation.accepted");
  });

  test("yes while the owner's edit has another original: older than that original", async () => {
    const project = await make();
    const { offerId } = await offered(project);
    const change = { content: { summary: { fr: "Trois fois par an." } } };
    const start = { id: project.id, revisionId: null, version: 1 };
    await transaction((tx) => proposeRevision(tx, owner, PROJECT_VERBS, { ...start, ...change }));
    const [open] = await offersOn(project);
    await accept({ offerId, fingerprint: open?.fingerprint ?? "" });
    expect((await editOf(project.id)).stale).toEqual({ summary: ["zh"] });
  });

  test("not while the club team reads the edit, not on what has changed since the page was read", async () => {
    const project = await make();
    const first = await offered(project);
    await offer(project, { summary: "另一种说法。" });
    await expect(accept(first)).rejects.toMatchObject({ code: "conflict" });
    const start = { id: project.id, revisionId: null, version: 1, content: {} };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, start),
    );
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
    expect(await toldOf(translator, project.slug)).toMatchObject([
      { kind: "translationDeclined", data: { words: "Le terme n’est pas le bon." } },
    ]);
    expect(await eventsOn(project.id)).toEqual(["translation.offered", "translation.declined"]);
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
        .where(eq(translationOffers.id, found.offerId)),
    );
    expect(row?.decidedBy).toBe(owner.accountId);
  });
});

describe("the owner accepts all that a member offers", () => {
  const WORDS = { summary: SUMMARY, title: "在宁波共同采购", offered: "共同的技术要求。" };

  test("in one edit and one notice that names the texts, another member's offers stay open", async () => {
    const project = await make();
    await offer(project, { title: "一起在宁波采购" }, other);
    const answer = await acceptAll(await bundled(project, WORDS));
    expect(answer).toEqual({ slug: project.slug, locale: "zh", isInEdit: true });
    const { content, version } = await editOf(project.id);
    expect([content.title.zh, content.summary.zh, content.offered.zh]).toEqual([
      WORDS.title,
      WORDS.summary,
      WORDS.offered,
    ]);
    expect(version).toBe(2);
    expect(content.provenance?.offered?.zh?.by).toBe(translator.accountId);
    expect(await toldOf(translator, project.slug)).toMatchObject([
      { kind: "translationAccepted", data: { fields: "标题、项目介绍和可提供的条件" } },
    ]);
    expect(await offersOn(project)).toMatchObject([{ words: "一起在宁波采购" }]);
    const names = await eventsOn(project.id);
    expect(names.filter((name) => name === "translation.accepted")).toHaveLength(3);
  });

  test("each that was made from another original is older than that original", async () => {
    const project = await make();
    const content = { summary: { fr: "Trois fois par an." } };
    const start = { id: project.id, revisionId: null, version: 1, content };
    await transaction((tx) => proposeRevision(tx, owner, PROJECT_VERBS, start));
    await acceptAll(await bundled(project, WORDS));
    expect((await editOf(project.id)).stale).toEqual({ summary: ["zh"] });
  });

  test("not by somebody else, nor what was changed, taken back, added or answered since: nothing is taken", async () => {
    const project = await make();
    const first = await bundled(project, WORDS);
    for (const viewer of [translator, other]) {
      await expect(acceptAll(first, viewer)).rejects.toMatchObject({ code: "notFound" });
    }
    await offer(project, { summary: "另一种说法。" });
    await expect(acceptAll(first)).rejects.toMatchObject({ code: "conflict" });
    const second = await bundled(project, { teaser: "多家工坊一起订货。" });
    const open = await offersOn(project);
    const last = open.find(({ id }) => id !== second.offerId);
    await withdraw(last?.id ?? "");
    await expect(acceptAll(second)).rejects.toMatchObject({ code: "conflict" });
    await withdraw(second.offerId);
    await expect(acceptAll(second)).rejects.toMatchObject({ code: "offerWithdrawn" });
    expect(await eventsOn(project.id)).not.toContain("translation.accepted");
    expect(await toldOf(translator, project.slug)).toEqual([]);
  });

  test("one that tells who proposes the project holds all of them back", async () => {
    const project = await make();
    const all = await bundled(project, { ...WORDS, teaser: "Vernoux 公司寻找伙伴" });
    await expect(acceptAll(all)).rejects.toMatchObject({ code: "identifiesOwner" });
    expect(await offersOn(project)).toHaveLength(4);
  });

  test("of two presses at once the second is told", async () => {
    const project = await make();
    const all = await bundled(project, WORDS);
    const answers = await Promise.allSettled([acceptAll(all), acceptAll(all)]);
    const codes = answers.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(codes).toEqual(["alreadyDecided"]);
    expect(await toldOf(translator, project.slug)).toHaveLength(1);
  });
});

test("accepted into a draft, nothing is in an edit, and the notice opens no page that is not there", async () => {
  const project = await make();
  const found = await offered(project);
  await query(async (db) => {
    const isIt = eq(entries.id, project.id);
    await db.update(entries).set({ moderation: "withdrawn" }).where(isIt);
    await db.update(entries).set({ moderation: "draft" }).where(isIt);
  });
  expect(await accept(found)).toMatchObject({ isInEdit: false });
  const mail = (await toldTo(translator)).at(-1);
  expect(mail).toMatchObject({ kind: "translationAccepted", data: { to: "" } });
});
