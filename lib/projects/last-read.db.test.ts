import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entryRevisions } from "@/db/schema/entries";
import { listChoiceChanges, listLevelChanges, listTextChanges } from "@/lib/entries/difference";
import { proposeRevision, turnDownRevision } from "@/lib/entries/revisions.mutations";
import { publishEntry, reopenEntry, saveEntry, turnDownEntry } from "@/lib/entries/verbs.mutations";
import { getDossier, getRevisionDossier } from "@/lib/moderation/dossiers.queries";
import { archiveProject, submitProject, withdrawProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";
import { PROJECT, PROJECTS, type ProjectContent } from "./project";
import { submitRevision } from "./revisions.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let moderator: Member;

beforeAll(async () => {
  [owner, moderator] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, {}, { role: "moderator" }),
  ]);
});

afterAll(closeDatabase);

const REASON = {
  verdict: "changes-requested",
  reasonCode: "unclear-text",
  words: "Précisez.",
} as const;

/** A project that was sent back, so that it stands at version 2. */
async function makeReturned() {
  const { id: projectId } = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "submitted" }),
  );
  const read = await getDossier(moderator, "project", projectId);
  await transaction((tx) =>
    turnDownEntry(tx, moderator, PROJECT_VERBS, { id: projectId, version: 1, ...REASON }),
  );
  return { projectId, read };
}

const dossierOf = async (projectId: string) => {
  const dossier = await getDossier(moderator, "project", projectId);
  if (!dossier) throw new Error("no dossier");
  return dossier;
};

test("a project that comes again is told with what was read, not with its first text", async () => {
  const { projectId, read } = await makeReturned();
  expect(read?.lastRead).toBeNull();
  const summary = { fr: "Nous commandons ensemble trois fois par an, en mars, juin et octobre." };
  await transaction((tx) =>
    saveEntry(tx, owner, PROJECT_VERBS, { id: projectId, version: 2, content: { summary } }),
  );
  await transaction((tx) => submitProject(tx, owner, { projectId, version: 3 }));
  const dossier = await dossierOf(projectId);
  expect(dossier.lastRead).toEqual(read?.content);
  expect(dossier.content.summary).toEqual(summary);
});

test("a project that is taken back and comes again is told with what was read", async () => {
  const { projectId, read } = await makeReturned();
  await transaction((tx) => withdrawProject(tx, owner, { projectId, version: 2 }));
  await transaction((tx) => reopenEntry(tx, owner, PROJECT_VERBS, { id: projectId, version: 3 }));
  await transaction((tx) => submitProject(tx, owner, { projectId, version: 4 }));
  expect((await dossierOf(projectId)).lastRead).toEqual(read?.content);
});

test("once it is decided or put away, nothing of what was read is kept", async () => {
  const ends = [
    (projectId: string) =>
      transaction((tx) =>
        publishEntry(tx, moderator, PROJECT_VERBS, { id: projectId, version: 3 }),
      ),
    (projectId: string) =>
      transaction((tx) =>
        turnDownEntry(tx, moderator, PROJECT_VERBS, {
          id: projectId,
          version: 3,
          verdict: "refused",
          reasonCode: "out-of-scope",
          words: "Autre chose.",
        }),
      ),
    (projectId: string) =>
      transaction(async (tx) => {
        await withdrawProject(tx, owner, { projectId, version: 3 });
        await archiveProject(tx, owner, { projectId, version: 4 });
      }),
  ];
  for (const end of ends) {
    const { projectId } = await makeReturned();
    await transaction((tx) => submitProject(tx, owner, { projectId, version: 2 }));
    expect((await dossierOf(projectId)).lastRead).not.toBeNull();
    await end(projectId);
    expect((await dossierOf(projectId)).lastRead).toBeNull();
  }
});

test("an edit that comes again, too", async () => {
  const { id: projectId } = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "published" }),
  );
  const propose = (revisionId: string | null, version: number, fr: string) =>
    transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, {
        id: projectId,
        revisionId,
        version,
        content: { title: { fr } },
      }),
    );
  const { revisionId } = await propose(null, 1, "Acheter à deux");
  await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 2 }));
  expect((await getRevisionDossier(moderator, revisionId))?.lastRead).toBeNull();
  await transaction((tx) =>
    turnDownRevision(tx, moderator, PROJECT_VERBS, { revisionId, version: 3, ...REASON }),
  );
  await propose(revisionId, 4, "Acheter à trois");
  await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 5 }));
  const dossier = await getRevisionDossier(moderator, revisionId);
  expect(dossier?.lastRead?.title).toEqual({ fr: "Acheter à deux" });
  expect(dossier?.proposed.title).toEqual({ fr: "Acheter à trois" });
});

test("what was kept before a field existed is still read, as empty or as it is now", async () => {
  const { id: projectId } = await transaction((tx) =>
    makeProject(tx, owner.memberId, {
      moderation: "submitted",
      lastRead: { title: { fr: "Acheter à deux" }, sectors: "machinery-metal" },
    }),
  );
  const { lastRead, content } = await dossierOf(projectId);
  if (!lastRead) throw new Error("nothing read");
  expect(lastRead.title).toStrictEqual({ fr: "Acheter à deux" });
  expect(lastRead.sectors).toEqual([]);
  expect(listLevelChanges(lastRead, content, "fr")).toEqual([]);
  expect(listTextChanges(PROJECT, lastRead, content).map(({ field }) => field)).toContain(
    "summary",
  );
  expect(listChoiceChanges(PROJECTS, lastRead, content, "fr").map(({ field }) => field)).toContain(
    "cities",
  );
});

test("so is an edit that was kept before a field existed", async () => {
  const { id: projectId } = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "published" }),
  );
  const [edit] = await transaction((tx) =>
    tx
      .insert(entryRevisions)
      .values({
        entryId: projectId,
        state: "submitted",
        submittedAt: new Date(),
        content: { title: { fr: "Acheter à deux" } },
      })
      .returning({ id: entryRevisions.id }),
  );
  const dossier = await getRevisionDossier(moderator, edit?.id ?? "");
  if (!dossier) throw new Error("no dossier");
  expect(listTextChanges(PROJECT, dossier.live, dossier.proposed)[0]?.field).toBe("title");
  const citiesOf = (content: object) => (content as ProjectContent).cities;
  expect(citiesOf(dossier.proposed)).toEqual(citiesOf(dossier.live));
  expect(dossier.lastRead).toBeNull();
});
