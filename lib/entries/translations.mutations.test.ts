import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { entries, entryRevisions } from "@/db/schema/entries";
import { projects } from "@/db/schema/projects";
import type { Locale } from "@/lib/core/i18n/locales";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import type { ProjectContent, ProjectText } from "@/lib/projects/project";
import { submitRevision } from "@/lib/projects/revisions.mutations";
import type { Words } from "./put-translations";
import { publishRevision } from "./revisions.mutations";
import { getTranslationSheet } from "./translation-sheet.queries";
import { saveTranslations } from "./translations.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let other: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, { familyName: "Vernoux", givenName: "Agathe" });
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(closeDatabase);

const make = (values: Parameters<typeof makeProject>[2] = {}) =>
  transaction((tx) => makeProject(tx, owner.memberId, values));

const sheetOf = async (slug: string, to: Locale = "zh") => {
  const sheet = await getTranslationSheet(owner, PROJECT_VERBS, slug, to, "fr");
  if (!sheet) throw new Error("no sheet");
  return sheet;
};

async function save(
  project: { id: string; slug: string },
  words: Words,
  {
    viewer = owner,
    locale = "zh" as Locale,
    fingerprint = "",
    confirmed = [] as ProjectText[],
  } = {},
) {
  const seen = fingerprint || (await sheetOf(project.slug, locale)).fingerprint;
  const input = { entryId: project.id, locale, fingerprint: seen, words, confirmed };
  return transaction((tx) => saveTranslations(tx, viewer, PROJECT_VERBS, input));
}

async function read(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        summary: projects.summary,
        stale: entries.stale,
        provenance: entries.provenance,
        searchMembers: entries.searchMembers,
        edit: entryRevisions.content,
        editId: entryRevisions.id,
        editVersion: entryRevisions.version,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .leftJoin(entryRevisions, eq(entryRevisions.entryId, entries.id))
      .where(eq(entries.id, id)),
  );
  if (!row) throw new Error("the project is gone");
  return { ...row, edit: row.edit as ProjectContent | null };
}

async function eventsOn(id: string) {
  const rows = await query((db) =>
    db
      .select({ name: auditEvents.name, data: auditEvents.data })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id),
  );
  return rows;
}

const byOwner = () => ({ origin: "person", by: owner.accountId, isReviewed: true });

describe("the owner saves translations", () => {
  test("of a draft: in place, with their origin, found by search, in the trail", async () => {
    const project = await make();
    await save(project, { summary: "我们每年共同订货两次。" });
    const row = await read(project.id);
    expect(row.summary.zh).toBe("我们每年共同订货两次。");
    expect(row.provenance).toEqual({ summary: { zh: byOwner() } });
    expect(row.searchMembers).toContain("我们每年共同订货两次");
    expect(await eventsOn(project.id)).toMatchObject([
      { name: "project.saved" },
      { name: "translation.saved", data: { field: "summary", locale: "zh" } },
    ]);
  });

  test("of a published project: in the edit; online with its origin once the club team has read it", async () => {
    const project = await make({ moderation: "published" });
    await save(project, { summary: "我们每年共同订货两次。", offered: "共同的技术要求。" });
    const waiting = await read(project.id);
    expect(waiting.summary.zh).toBeUndefined();
    expect(waiting.edit?.summary.zh).toBe("我们每年共同订货两次。");
    const revisionId = waiting.editId ?? "";
    const version = waiting.editVersion ?? 0;
    await transaction((tx) => submitRevision(tx, owner, { revisionId, version }));
    await expect(save(project, { summary: "改" })).rejects.toMatchObject({ code: "editBeingRead" });
    const decided = { revisionId, version: version + 1 };
    await transaction((tx) => publishRevision(tx, moderator, PROJECT_VERBS, decided));
    const online = await read(project.id);
    expect(online.summary.zh).toBe("我们每年共同订货两次。");
    expect(online.provenance).toEqual({ summary: { zh: byOwner() }, offered: { zh: byOwner() } });
  });

  test("an older translation is fresh again once it is changed or said to be still right", async () => {
    const both = { fr: "Deux fois par an.", en: "Twice a year.", zh: "每年两次。" };
    const stale = { summary: ["en", "zh"] };
    const project = await make({ summary: both, stale });
    await save(project, { summary: "一年两次。" });
    expect((await read(project.id)).stale).toEqual({ summary: ["en"] });
    await save(project, {}, { locale: "en", confirmed: ["summary"] });
    expect((await read(project.id)).stale).toEqual({});
  });

  test("emptied, a translation goes with its origin", async () => {
    const project = await make();
    await save(project, { summary: "每年两次。" });
    await save(project, { summary: "" });
    expect(await read(project.id)).toMatchObject({ summary: {}, provenance: {} });
    expect((await read(project.id)).summary.zh).toBeUndefined();
  });

  test("refused: nothing new, a page that is behind, what tells who proposes it", async () => {
    const project = await make();
    const { fingerprint } = await sheetOf(project.slug);
    await expect(save(project, { summary: "" })).rejects.toMatchObject({
      code: "translationUnchanged",
    });
    await expect(save(project, { teaser: "Vernoux 公司寻找伙伴" })).rejects.toMatchObject({
      code: "identifiesOwner",
      field: "words.teaser",
      values: { found: "Vernoux" },
    });
    await save(project, { summary: "每年两次。" }, { fingerprint });
    await expect(save(project, { summary: "每年三次。" }, { fingerprint })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await read(project.id)).summary.zh).toBe("每年两次。");
  });

  test.each(["draft", "published"] as const)("of a %s project by nobody else", async (state) => {
    const project = await make({ moderation: state });
    const { fingerprint } = await sheetOf(project.slug);
    for (const viewer of [other, moderator]) {
      await expect(save(project, { summary: "改" }, { viewer, fingerprint })).rejects.toMatchObject(
        {
          code: "notFound",
        },
      );
    }
  });

  test.each(["submitted", "refused", "withdrawn", "archived"] as const)(
    "not while the project is %s",
    async (moderation) => {
      const project = await make({ moderation });
      await expect(save(project, { summary: "改" })).rejects.toMatchObject({
        code: "moveNotAllowed",
      });
    },
  );
});
