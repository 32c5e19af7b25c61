import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { toldTo } from "@/db/read-back";
import { entries, entryRevisions } from "@/db/schema/entries";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { submitRevision } from "@/lib/projects/revisions.mutations";
import { getProjectInSight } from "@/lib/projects/sight.queries";
import { acceptOffers, declineOffer } from "./offer-answers.mutations";
import { offerTranslations } from "./offers.mutations";
import { listOwnWaiting } from "./offers.queries";
import type { Words } from "./put-translations";
import { proposeRevision, publishRevision, withdrawRevision } from "./revisions.mutations";
import { getTranslationSheet } from "./translation-sheet.queries";
import { publishEntry } from "./verbs.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Project = Awaited<ReturnType<typeof makeProject>>;

let owner: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(closeDatabase);

/** A published project and a member who has offered nothing yet. */
const begin = () =>
  transaction(async (tx) => ({
    project: await makeProject(tx, owner.memberId, { moderation: "published" }),
    member: await makeMember(tx, {}, { locale: "zh" }),
  }));

const sheetFor = (viewer: Member, { slug }: Project) =>
  getTranslationSheet(viewer, PROJECT_VERBS, slug, "zh", "fr");

async function offer(viewer: Member, project: Project, words: Words) {
  const fingerprint = (await sheetFor(viewer, project))?.fingerprint ?? "";
  const input = { entryId: project.id, locale: "zh", fingerprint, words } as const;
  return transaction((tx) => offerTranslations(tx, viewer, PROJECT_VERBS, input));
}

const waitingOf = async (viewer: Member, { slug }: Project) =>
  listOwnWaiting(viewer, PROJECT_VERBS, await getProjectInSight(viewer, slug));

async function accept(project: Project) {
  for (const { id: offerId } of (await sheetFor(owner, project))?.offers ?? []) {
    const open = (await sheetFor(owner, project))?.offers.find(({ id }) => id === offerId);
    await transaction((tx) =>
      acceptOffers(tx, owner, PROJECT_VERBS, { offerId, fingerprint: open?.fingerprint ?? "" }),
    );
  }
}

async function editOf({ id }: Project) {
  const [row] = await query((db) =>
    db
      .select({ revisionId: entryRevisions.id, version: entryRevisions.version })
      .from(entryRevisions)
      .where(eq(entryRevisions.entryId, id))
      .orderBy(entryRevisions.createdAt),
  );
  if (!row) throw new Error("no edit");
  return row;
}

async function publishEdit(project: Project, edit?: { revisionId: string; version: number }) {
  const { revisionId, version } = edit ?? (await editOf(project));
  await transaction((tx) => submitRevision(tx, owner, { revisionId, version }));
  const decided = { revisionId, version: version + 1 };
  await transaction((tx) => publishRevision(tx, moderator, PROJECT_VERBS, decided));
}

const standings = async (viewer: Member, project: Project) =>
  (await sheetFor(viewer, project))?.ownOffers.map(({ field, standing }) => [field, standing]);

const kindsTo = async (viewer: Member) => (await toldTo(viewer)).map(({ kind }) => kind);

const WORDS = { title: "在宁波共同采购", summary: "我们每年共同订货两次。" };

test("offered, accepted, online: both sides read where each text stands", async () => {
  const { project, member } = await begin();
  expect(await waitingOf(member, project)).toEqual([]);
  await offer(member, project, WORDS);
  expect(await waitingOf(member, project)).toMatchObject([
    { field: "title", locale: "zh", standing: "offered" },
    { field: "summary", locale: "zh", standing: "offered" },
  ]);
  await accept(project);
  expect(await waitingOf(member, project)).toMatchObject([
    { field: "title", standing: "accepted", words: WORDS.title },
    { field: "summary", standing: "accepted", words: WORDS.summary },
  ]);
  const waiting = (await sheetFor(owner, project))?.fields.filter(({ isWaiting }) => isWaiting);
  expect(waiting).toMatchObject([
    { field: "title", current: WORDS.title },
    { field: "summary", note: { translator: { kind: "person" } } },
  ]);
  const read = (await sheetFor(member, project))?.fields;
  expect(read?.[0]).toMatchObject({ current: "", isWaiting: false });
  await publishEdit(project);
  expect(await standings(member, project)).toEqual([]);
  expect(await waitingOf(member, project)).toEqual([]);
  const online = (await sheetFor(owner, project))?.fields.filter(({ isWaiting }) => isWaiting);
  expect(online).toEqual([]);
});

test("what waits in the edit is told to its author alone, and is not offered again by a page that is behind", async () => {
  const { project, member } = await begin();
  await offer(member, project, WORDS);
  await accept(project);
  const other = await transaction((tx) => makeMember(tx));
  expect(await standings(other, project)).toEqual([]);
  expect(JSON.stringify(await sheetFor(other, project))).not.toContain(WORDS.title);
  await expect(offer(member, project, WORDS)).rejects.toMatchObject({
    code: "translationUnchanged",
  });
  await offer(member, project, { ...WORDS, title: "宁波联合采购" });
  expect(await standings(member, project)).toEqual([
    ["title", "offered"],
    ["summary", "accepted"],
  ]);
});

test("declined, or accepted into an edit that was dropped: said so, and open to another offer", async () => {
  const { project, member } = await begin();
  await offer(member, project, WORDS);
  const [title] = (await sheetFor(owner, project))?.offers ?? [];
  await transaction((tx) =>
    declineOffer(tx, owner, PROJECT_VERBS, { offerId: title?.id ?? "", words: "" }),
  );
  await accept(project);
  const edit = await editOf(project);
  await transaction((tx) => withdrawRevision(tx, owner, PROJECT_VERBS, edit));
  expect(await standings(member, project)).toEqual([
    ["title", "declined"],
    ["summary", "notPublished"],
  ]);
  expect(await waitingOf(member, project)).toEqual([]);
  await offer(member, project, { summary: WORDS.summary });
  expect(await waitingOf(member, project)).toMatchObject([{ standing: "offered" }]);
});

test("its author is told once that it is online, in one notice for all texts", async () => {
  const { project, member } = await begin();
  await offer(member, project, WORDS);
  await accept(project);
  await publishEdit(project);
  const told = (await toldTo(member)).filter(({ kind }) => kind === "translationPublished");
  expect(told).toMatchObject([
    { data: { fields: "标题和项目介绍", language: "中文", to: `/projects/${project.slug}` } },
  ]);
  const { version } = await query(async (db) => {
    const [row] = await db
      .select({ version: entries.version })
      .from(entries)
      .where(eq(entries.id, project.id));
    return { version: row?.version ?? 0 };
  });
  const content = { offered: { fr: "Deux cahiers des charges." } };
  const next = { id: project.id, revisionId: null, version, content };
  const { revisionId } = await transaction((tx) => proposeRevision(tx, owner, PROJECT_VERBS, next));
  await publishEdit(project, { revisionId, version: 2 });
  expect(await kindsTo(member)).toEqual([
    "translationAccepted",
    "translationAccepted",
    "translationPublished",
  ]);
});

test("words that the owner changed before they were online are the owner's: nobody is told", async () => {
  const { project, member } = await begin();
  await offer(member, project, { summary: WORDS.summary });
  await accept(project);
  const { revisionId, version } = await editOf(project);
  const summary = { fr: "Nous passons commande ensemble deux fois par an.", zh: "改写。" };
  const change = { id: project.id, revisionId, version, content: { summary } };
  await transaction((tx) => proposeRevision(tx, owner, PROJECT_VERBS, change));
  expect(await standings(member, project)).toEqual([["summary", "accepted"]]);
  await publishEdit(project);
  expect(await kindsTo(member)).toEqual(["translationAccepted"]);
});

test("accepted while the project is a draft again: told when the project is back online", async () => {
  const { project, member } = await begin();
  await offer(member, project, { summary: WORDS.summary });
  const move = (moderation: "withdrawn" | "draft" | "submitted") =>
    query((db) => db.update(entries).set({ moderation }).where(eq(entries.id, project.id)));
  await move("withdrawn");
  await move("draft");
  await accept(project);
  await move("submitted");
  await transaction((tx) =>
    publishEntry(tx, moderator, PROJECT_VERBS, { id: project.id, version: project.version + 1 }),
  );
  expect(await kindsTo(member)).toEqual(["translationAccepted", "translationPublished"]);
  expect(await standings(member, project)).toEqual([]);
});
