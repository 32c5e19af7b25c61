import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { updateEntries } from "@/db/entry-rows";
import { makeMember, makeProject } from "@/db/factories";
import { entries, entryRevisions } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { translationOffers } from "@/db/schema/translations";
import { listChoiceChanges, listLevelChanges, listTextChanges } from "@/lib/entries/difference";
import { getHistory } from "@/lib/entries/history.queries";
import { restoreVersion } from "@/lib/entries/restoring.mutations";
import { proposeRevision, publishRevision } from "@/lib/entries/revisions.mutations";
import { getTranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { getRevisionDossier } from "@/lib/moderation/dossiers.queries";
import { PROJECT_VERBS } from "./noun.queries";
import { getOwnProject } from "./owned.queries";
import { PROJECT, PROJECT_TEXTS, PROJECTS, type ProjectContent } from "./project";
import { submitRevision } from "./revisions.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let moderator: Member;
let live: ProjectContent;

beforeAll(async () => {
  [owner, moderator] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, {}, { role: "moderator" }),
  ]);
  const { slug } = await makePublished();
  const own = await getOwnProject(owner, slug, "fr");
  if (!own) throw new Error("no project");
  live = own.content;
});

afterAll(closeDatabase);

const makePublished = () =>
  transaction((tx) =>
    makeProject(tx, owner.memberId, {
      moderation: "published",
      advantages: { fr: "Un prix.", en: "A price." },
      partnerTask: { fr: "Commander." },
      partnerRole: "partner",
      partnerKinds: ["sme"],
      partnershipTypes: ["joint-venture"],
      developmentStage: "prototype",
      ipStatuses: ["none"],
      languages: ["fr"],
      budgetBand: "under-10k",
      startsOn: "2026-03-01",
      provenance: {
        advantages: { en: { origin: "person", by: owner.accountId, isReviewed: true } },
      },
    }),
  );

/** What a revision or a version may hold: as it is written today, without a field, with a strange one. */
const storedOnes = (): [string, unknown][] => [
  ["what is written today", live],
  ...Object.keys(live).map((field): [string, unknown] => {
    const { [field as "title"]: _, ...rest } = live;
    return [`no ${field}`, rest];
  }),
  ["fields of no use", Object.fromEntries(Object.keys(live).map((field) => [field, 5]))],
  ["a field of tomorrow", { ...live, fieldOfTomorrow: "CNY" }],
  ["an impossible day", { ...live, deadline: "2026-02-31", startsOn: "soon" }],
  ["nothing", {}],
  ["a number", 5],
];

/** What every page draws of it. */
function draw(content: ProjectContent, beside: ProjectContent) {
  for (const locale of ["fr", "zh"] as const) {
    listTextChanges(PROJECT, beside, content);
    listChoiceChanges(PROJECTS, beside, content, locale);
    listLevelChanges(beside, content, locale);
  }
  expect(Object.keys(content).sort()).toEqual(Object.keys(live).sort());
  for (const field of PROJECT_TEXTS) {
    for (const words of Object.values(content[field])) expect(words).toBeTypeOf("string");
  }
}

describe("an edit that was begun under another version of the portal", () => {
  test("is read with the live text where it says nothing", async () => {
    const { id: projectId, slug } = await makePublished();
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, {
        id: projectId,
        revisionId: null,
        version: 1,
        content: {},
      }),
    );
    await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 2 }));
    for (const [name, content] of storedOnes()) {
      await transaction((tx) =>
        tx
          .update(entryRevisions)
          .set({ content, lastRead: content })
          .where(eq(entryRevisions.id, revisionId)),
      );
      const own = await getOwnProject(owner, slug, "fr");
      const dossier = await getRevisionDossier(moderator, revisionId);
      const sheet = await getTranslationSheet(owner, PROJECT_VERBS, slug, "en", "fr");
      if (!own?.revision || !dossier || !sheet) throw new Error(name);
      draw(own.revision.content, live);
      const now = dossier.proposed as ProjectContent;
      draw(now, dossier.live as ProjectContent);
      if (dossier.lastRead) draw(dossier.lastRead as ProjectContent, now);
      const { provenance: _, ...said } = dossier.proposed;
      if (name !== "an impossible day") expect(live).toMatchObject(said);
    }
  });

  test.each([
    ["nothing", {}],
    ["a number", 5],
  ])("is saved, handed in and put online: %s", async (_, content) => {
    const { id: projectId, slug } = await makePublished();
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, {
        id: projectId,
        revisionId: null,
        version: 1,
        content: {},
      }),
    );
    await transaction((tx) =>
      tx.update(entryRevisions).set({ content }).where(eq(entryRevisions.id, revisionId)),
    );
    const title = { fr: "Acheter à plusieurs" };
    await transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, {
        id: projectId,
        revisionId,
        version: 2,
        content: { title },
      }),
    );
    await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 3 }));
    await transaction((tx) =>
      publishRevision(tx, moderator, PROJECT_VERBS, { revisionId, version: 4 }),
    );
    const { provenance: _stamps, ...kept } = live;
    expect((await getOwnProject(owner, slug, "fr"))?.content).toMatchObject({ ...kept, title });
  });
});

test("a version that was kept under another version of the portal is shown and restored", async () => {
  const { id: projectId, slug } = await makePublished();
  const ones = storedOnes();
  let version = 1;
  let revisionId: string | null = null;
  for (const [number, [, content]] of ones.entries()) {
    await transaction((tx) =>
      tx
        .insert(entryVersions)
        .values({ entryId: projectId, number: number + 1, cause: "published", content }),
    );
  }
  const history = await getHistory(owner, PROJECTS, slug);
  expect(history?.versions.length).toBe(ones.length);
  for (const kept of history?.versions ?? []) draw(kept.content, live);
  for (const wanted of ["no title", "a field of tomorrow", "nothing", "a number"]) {
    const number = ones.findIndex(([name]) => name === wanted) + 1;
    const input = { id: projectId, number, revisionId, version };
    await transaction((tx) => restoreVersion(tx, owner, PROJECT_VERBS, input));
    const own = await getOwnProject(owner, slug, "fr");
    if (!own?.revision) throw new Error("no edit");
    draw(own.revision.content, live);
    revisionId = own.revision.id;
    version = own.revision.version;
  }
});

test("a project whose own texts and marks have no shape of use is drawn without them", async () => {
  const { id: projectId, slug } = await makePublished();
  const fields = [...PROJECT_TEXTS, "stale", "provenance"];
  for (const value of [5, [], "x", { fr: 1, en: [5], summary: "en" }]) {
    const broken = Object.fromEntries(fields.map((field) => [field, value]));
    await transaction((tx) => updateEntries(tx, "project", eq(entries.id, projectId), broken));
    const own = await getOwnProject(owner, slug, "fr");
    for (const field of PROJECT_TEXTS) expect(own?.content[field]).toEqual({});
    expect(own?.content.provenance).toEqual({});
    expect(await getTranslationSheet(owner, PROJECT_VERBS, slug, "en", "fr")).not.toBeNull();
  }
});

test("an offer of a text that is no more is not listed", async () => {
  const { id: projectId, slug } = await makePublished();
  await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    await tx
      .insert(translationOffers)
      .values({ entryId: projectId, memberId, field: "gone", locale: "en", words: "Words" });
  });
  expect((await getTranslationSheet(owner, PROJECT_VERBS, slug, "en", "fr"))?.offers).toEqual([]);
});

test("an accepted offer of a text that is no more keeps nothing from going online", async () => {
  const { id: projectId, slug } = await makePublished();
  const title = { fr: "Acheter à trois" };
  await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    const offer = {
      entryId: projectId,
      memberId,
      field: "gone",
      locale: "en",
      words: "Words",
    } as const;
    await tx.insert(translationOffers).values({ ...offer, state: "accepted" });
  });
  const { revisionId } = await transaction((tx) =>
    proposeRevision(tx, owner, PROJECT_VERBS, {
      id: projectId,
      revisionId: null,
      version: 1,
      content: { title },
    }),
  );
  await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 2 }));
  await transaction((tx) =>
    publishRevision(tx, moderator, PROJECT_VERBS, { revisionId, version: 3 }),
  );
  expect((await getOwnProject(owner, slug, "fr"))?.content.title).toEqual(title);
});
