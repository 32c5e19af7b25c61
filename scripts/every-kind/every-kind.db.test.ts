import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { ENTRY_KINDS, type EntryKind, type EntryLevel } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { exportAccount } from "@/lib/accounts/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { listAccesses, noteAccess } from "@/lib/entries/accesses.queries";
import { attachFile, removeFile, setFileLevel } from "@/lib/entries/files/mutations";
import { findFile, getFiled, listFiles } from "@/lib/entries/files/queries";
import { getHistory } from "@/lib/entries/history.queries";
import { acceptOffers } from "@/lib/entries/offer-answers.mutations";
import { countOpenOffers } from "@/lib/entries/offers.queries";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { askQuestion, replyToQuestion } from "@/lib/entries/questions/mutations";
import { listQuestions } from "@/lib/entries/questions/queries";
import { listWaitingQuestions } from "@/lib/entries/questions/waiting.queries";
import { proposeRevision, publishRevision } from "@/lib/entries/revisions.mutations";
import { getTranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { saveTranslations } from "@/lib/entries/translations.mutations";
import { closeEntry } from "@/lib/entries/verbs.mutations";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { putBack, takeDown } from "@/lib/moderation/take-downs.mutations";
import { KINDS } from "./kinds";
import { finds, isFound, onSitemap, reads } from "./readings";
import {
  bringEditOnline,
  eventsOf,
  heardOf,
  namesRead,
  noticesOf,
  offer,
  oneOnline,
  requireOwnWords,
  rowOf,
  type World,
} from "./world";

afterAll(() => closeDatabase());

const propose = async (world: World, content: object) => {
  const { id, verbs, keeper } = world;
  const { version } = await rowOf(world);
  const input = { id, revisionId: null, version, content };
  return transaction((tx) => proposeRevision(tx, keeper, verbs, input));
};

const ask = ({ verbs, slug, other }: World, question: string) =>
  transaction((tx) => askQuestion(tx, other, verbs, { slug, locale: "fr", question }));

const reply = ({ keeper }: World, questionId: string, answer: string) =>
  transaction((tx) =>
    replyToQuestion(tx, keeper, { questionId, version: 1, locale: "fr", answer }),
  );

/** For who asks, and opens files, reads the text. */
const openText = ({ id }: World) =>
  query((db) => db.update(entries).set({ textLevel: "members" }).where(eq(entries.id, id)));

/** Named after its keeper where the kind does not look into names. */
const attach = ({ verbs, slug, keeper }: World, level: EntryLevel) => {
  const name = verbs.requireFile ? "plan.pdf" : "Montclair.pdf";
  const file = {
    name,
    kind: "pdf",
    content: Buffer.from("%PDF-1.7"),
    size: 8,
    hash: "a".repeat(64),
  } as const;
  return transaction((tx) => attachFile(tx, keeper, verbs, { slug, level, file }));
};

/** Of the century nothing new is told: it is one page. What members ask is theirs alone. */
const hasNews = ({ kind }: { kind: EntryKind }) => kind !== "heritage" && kind !== "ask";

/** What every entry goes through, whatever its kind. */
const LIFE: Record<string, (world: World) => Promise<void>> = {
  "is read by each as far as it is theirs to read": async (world) => {
    const { kind, keeper, other, names, visitorsRead, membersRead } = world;
    expect(await reads(world, null)).toEqual(visitorsRead);
    expect(await reads(world, other)).toEqual(membersRead);
    expect(await reads(world, keeper)).toEqual(names);
    const suspended = { ...other, status: "suspended" } as const;
    expect(visitorsRead).toEqual(expect.arrayContaining(await reads(world, suspended)));
    expect(await getDossier(other, kind, world.id)).toBeNull();
    expect(await getDossier(null, kind, world.id)).toBeNull();
  },

  "is found by what one may read, and by nothing else": async (world) => {
    const { other, visitorsRead, membersRead } = world;
    const byMembers = await finds(world, other);
    expect(byMembers).toContain("title");
    expect(membersRead).toEqual(expect.arrayContaining(byMembers));
    const byVisitors = await finds(world, null);
    expect(byVisitors.length > 0).toBe(visitorsRead.length > 0);
    expect(visitorsRead).toEqual(expect.arrayContaining(byVisitors));
    expect(await onSitemap(world)).toBe(visitorsRead.length > 0);
    const told = (await world.newest?.())?.some((one) => one.id === world.id);
    expect(told).toBe(hasNews(world) ? visitorsRead.length > 0 : undefined);
  },

  "tells its keeper of what the club team does with it": async (world) => {
    const heard = await noticesOf(world.keeper.accountId);
    expect(heard.map((one) => one.kind)).toEqual(world.keeperHears.published);
    expect(await noticesOf(world.other.accountId)).toEqual([]);
  },

  "keeps the text online while it is edited, and both versions afterwards": async (world) => {
    const { verbs, page, slug, keeper, other, moderator, word, keeperHears } = world;
    const { revisionId, version } = await propose(world, { title: { fr: word("edited") } });
    expect(namesRead(world, await page(other, slug))).toContain("title");
    const byOther = transaction((tx) => publishRevision(tx, other, verbs, { revisionId, version }));
    await expect(byOther).rejects.toThrow("notFound");
    const told = await heardOf(keeper, () => bringEditOnline(world));
    expect(told).toEqual(keeperHears.revised);
    const shown = JSON.stringify(await page(other, slug));
    expect([shown.includes(word("title")), shown.includes(word("edited"))]).toEqual([false, true]);
    for (const reader of [keeper, moderator]) {
      const versions = (await getHistory(reader, verbs, slug))?.versions;
      expect(versions).toMatchObject([
        { cause: "revised", content: { title: { fr: word("edited") } } },
        { cause: "published", content: { title: { fr: word("title") } } },
      ]);
    }
    expect(await getHistory(other, verbs, slug)).toBeNull();
    expect(await isFound(world, other, "edited")).toBe(true);
    expect(await isFound(world, other, "title")).toBe(false);
  },

  "is translated by somebody else, once its keeper takes what they offer": async (world) => {
    const { verbs, page, slug, keeper, other, word, visitorsRead } = world;
    const offered = await heardOf(keeper, () => offer(world, word("english")));
    expect(offered).toEqual(["translationOffered"]);
    expect(await countOpenOffers(keeper, verbs, slug)).toEqual(new Map([["en", 1]]));
    expect(await reads(world, null)).toEqual(visitorsRead);
    expect(JSON.stringify(await page(null, slug))).not.toContain(word("english"));
    const sheet = await getTranslationSheet(keeper, verbs, slug, "en", "fr");
    const { id: offerId = "", fingerprint = "" } = sheet?.offers[0] ?? {};
    const accept = () =>
      transaction((tx) => acceptOffers(tx, keeper, verbs, { offerId, fingerprint }, true));
    expect(await heardOf(other, accept)).toEqual(["translationAccepted"]);
    expect(await heardOf(other, () => bringEditOnline(world))).toEqual(["translationPublished"]);
    expect(JSON.stringify(await page(other, slug))).toContain(word("english"));
    expect(await isFound(world, other, "english")).toBe(true);
    const { provenance } = await rowOf(world);
    expect(provenance).toMatchObject({ title: { en: { by: other.accountId } } });
    await requireOwnWords(world, [keeper, other]);
  },

  "is asked, and its keeper answers: both are told, visitors read neither": async (world) => {
    const { kind, inSight, slug, keeper, other, moderator } = world;
    await openText(world);
    let questionId = "";
    const asking = async () => {
      ({ questionId } = await ask(world, "combien de temps"));
    };
    expect(await heardOf(keeper, asking)).toEqual(["questionAsked"]);
    expect(await listWaitingQuestions(keeper)).toMatchObject([{ entryKind: kind, slug }]);
    await expect(
      transaction((tx) =>
        replyToQuestion(tx, moderator, { questionId, version: 1, locale: "fr", answer: "un mois" }),
      ),
    ).rejects.toThrow("notFound");
    expect(await heardOf(other, () => reply(world, questionId, "neuf mois"))).toEqual([
      "questionAnswered",
    ]);
    const read = async (viewer: Viewer | null) =>
      (await listQuestions(viewer, await inSight(viewer, slug)))?.questions;
    expect(await read(moderator)).toMatchObject([
      { words: "combien de temps", answer: "neuf mois" },
    ]);
    expect(await read(null)).toBeUndefined();
    await requireOwnWords(world, [keeper, other]);
    const asked = [`${kind}.question-asked`, `${kind}.question-answered`];
    expect((await eventsOf(world)).slice(-2)).toEqual(asked);
  },

  "holds files, each for whom its level is for, until its keeper removes them": async (world) => {
    const { verbs, slug, id, keeper, other } = world;
    await openText(world);
    const { fileId } = await attach(world, "members");
    const { fileId: behind } = await attach(world, "contacts");
    const open = async (viewer: Viewer | null, file: string) => {
      const found = await findFile(viewer, await getFiled(viewer, verbs, slug), file);
      return found ? found.open() : null;
    };
    const filed = await getFiled(other, verbs, slug);
    expect(await listFiles(other, filed)).toMatchObject({ files: [{ id: fileId }], hidden: 1 });
    expect(await open(other, fileId)).toMatchObject({ kind: "pdf" });
    expect(await open(other, behind)).toBeNull();
    expect(await open(keeper, behind)).not.toBeNull();
    expect(await open(null, fileId)).toBeNull();
    expect(await listAccesses(keeper, id)).toEqual([]);
    await noteAccess(other, id, fileId);
    expect(await listAccesses(keeper, id)).toMatchObject([
      { file: expect.stringMatching(/\.pdf$/), slug: other.memberSlug },
    ]);
    expect(await listAccesses(other, id)).toEqual([]);
    await expect(transaction((tx) => removeFile(tx, other, { fileId }))).rejects.toThrow(
      "notFound",
    );
    const removed = await transaction((tx) => removeFile(tx, keeper, { fileId }));
    expect(removed).toMatchObject({ entryKind: world.kind, slug });
    expect(await open(other, fileId)).toBeNull();
  },

  "is gone at once when it is taken down, and comes back": async (world) => {
    const { kind, id, keeper, other, moderator, isTold, visitorsRead } = world;
    const judge = kind === "page" ? world.administrator : moderator;
    const key = { kind, id };
    const reason = { reasonCode: "misleading", words: "" };
    await expect(transaction((tx) => takeDown(tx, other, { ...key, ...reason }))).rejects.toThrow(
      "notFound",
    );
    const taken = () => transaction((tx) => takeDown(tx, judge, { ...key, ...reason }));
    expect(await heardOf(keeper, taken)).toEqual(isTold ? ["takenDown"] : []);
    for (const viewer of [null, other]) {
      expect(await reads(world, viewer)).toEqual([]);
      expect(await finds(world, viewer)).toEqual([]);
    }
    expect(await onSitemap(world)).toBe(false);
    await expect(ask(world, "Toujours là ?")).rejects.toThrow("notFound");
    expect(await reads(world, keeper)).toEqual(world.names);
    expect(await reads(world, moderator)).toContain("title");
    const back = () => transaction((tx) => putBack(tx, judge, { ...key, words: "" }));
    expect(await heardOf(keeper, back)).toEqual(isTold ? ["putBack"] : []);
    expect(await reads(world, null)).toEqual(visitorsRead);
    expect(await finds(world, other)).toContain("title");
  },

  "stands in the export of its owner, and in nobody else's": async (world) => {
    const { keeper, other, administrator, names, isOwned } = world;
    const exported = async (viewer: Viewer) => namesRead(world, await exportAccount(viewer));
    if (isOwned) expect(await exported(keeper)).toEqual(names);
    expect(await exported(other)).toEqual([]);
    expect(await exported(administrator)).toEqual([]);
  },

  "is nothing to the verbs and reads of another kind": async (world) => {
    const { id, slug, keeper, other, moderator } = world;
    const { version } = await rowOf(world);
    const { fileId } = await attach(world, "members");
    for (const { verbs, page, inSight } of Object.values(KINDS)) {
      if (verbs.kind === world.kind) continue;
      for (const viewer of [keeper, other, moderator]) {
        expect(await page(viewer, slug)).toBeNull();
        expect(await inSight(viewer, slug)).toBeNull();
        expect(await getOwnEntry(viewer, verbs, slug, "fr")).toBeNull();
        expect(await getFiled(viewer, verbs, slug)).toBeNull();
        expect(await getHistory(viewer, verbs, slug)).toBeNull();
        expect(await getTranslationSheet(viewer, verbs, slug, "en", "fr")).toBeNull();
        expect(await getDossier(viewer, verbs.kind, id)).toBeNull();
      }
      const translation = { entryId: id, locale: "en", fingerprint: "", words: {} } as const;
      const edit = { id, revisionId: null, version, content: {} };
      const acts: Parameters<typeof transaction<unknown>>[0][] = [
        (tx) => saveTranslations(tx, keeper, verbs, { ...translation, confirmed: [] }),
        (tx) => askQuestion(tx, other, verbs, { slug, locale: "fr", question: "Combien ?" }),
        (tx) => proposeRevision(tx, keeper, verbs, edit),
        (tx) => setFileLevel(tx, keeper, verbs, { fileId, before: "members", level: "contacts" }),
        (tx) => closeEntry(tx, keeper, verbs, { id, version, to: "withdrawn" }),
        (tx) =>
          takeDown(tx, moderator, { kind: verbs.kind, id, reasonCode: "misleading", words: "" }),
      ];
      for (const act of acts) await expect(transaction(act)).rejects.toThrow("notFound");
    }
  },
};

describe.each(ENTRY_KINDS)("%s", (kind) => {
  test.each(Object.entries(LIFE))("%s", async (_name, live) => live(await oneOnline(kind)));
});
