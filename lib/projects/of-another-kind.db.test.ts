import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeAccount, makeFile, makeMember, makeProject } from "@/db/factories";
import { entryRevisions } from "@/db/schema/entries";
import { entryAccesses, entryFiles, entryQuestions } from "@/db/schema/entry-parts";
import { translationOffers } from "@/db/schema/translations";
import { findFile, getFiled, listFiles } from "@/lib/entries/files/queries";
import { getHistory } from "@/lib/entries/history.queries";
import { countOpenOffers } from "@/lib/entries/offers.queries";
import { coarsenEntriesOf } from "@/lib/entries/shown.mutations";
import { listWaitingOffers } from "@/lib/entries/waiting-offers.queries";
import { readCandidates } from "@/lib/matching/facts.queries";
import { getAccountDossier } from "@/lib/moderation/accounts.queries";
import {
  getDossier,
  listSubmittedEntries,
  listSubmittedRevisions,
} from "@/lib/moderation/dossiers.queries";
import { PROJECT_VERBS } from "./noun.queries";
import { getOwnProject, listOwnProjects } from "./owned.queries";
import { PROJECTS } from "./project";
import { getProject } from "./queries";

// An experience at a project's address, with everything that a project may have, and one that stands alone.
let world: Awaited<ReturnType<typeof makeWorld>>;

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => closeDatabase());

const makeWorld = () =>
  transaction(async (tx) => {
    const [owner, other] = [await makeMember(tx), await makeMember(tx)];
    const moderator = await makeAccount(tx, { role: "administrator" });
    const slug = `canal-${randomUUID()}`;
    const online = { slug, moderation: "published", ownerLevel: "members" } as const;
    const project = await makeProject(tx, owner.memberId, online);
    const experience = await makeExperience(tx, owner.memberId, online);
    const elsewhere = await makeExperience(tx, owner.memberId, { moderation: "published" });
    const alone = await makeExperience(tx, other.memberId, { moderation: "submitted" });
    const entryId = experience.id;
    const [revision] = await tx
      .insert(entryRevisions)
      .values({ entryId, state: "submitted", content: {}, submittedAt: new Date() })
      .returning({ id: entryRevisions.id });
    const { memberId, accountId } = other;
    const words = { locale: "fr", words: "Combien de temps ?" } as const;
    await tx.insert(entryQuestions).values({ entryId, memberId, ...words });
    await tx.insert(translationOffers).values({
      ...{ entryId, memberId, field: "title", locale: "en", words: "Selling a subsidiary" },
    });
    await tx.insert(entryAccesses).values({ entryId, accountId, part: "text" });
    const [file] = await tx
      .insert(entryFiles)
      .values({ entryId, name: "rex.pdf", fileId: await makeFile(tx) })
      .returning({ id: entryFiles.id });
    const ids = { revision: revision?.id ?? "", file: file?.id ?? "" };
    return { owner, other, moderator, slug, project, experience, alone, online: elsewhere, ...ids };
  });

test("the project is found at the address, not the experience", async () => {
  const { owner, other, slug, project, file } = world;
  for (const viewer of [null, owner, other]) {
    expect((await getProject(viewer, slug))?.id).toBe(project.id);
  }
  expect((await getOwnProject(owner, slug, "fr"))?.id).toBe(project.id);
  expect((await getHistory(owner, PROJECTS, slug))?.entry.id).toBe(project.id);
  const filed = await getFiled(owner, PROJECT_VERBS, slug);
  expect((await listFiles(owner, filed))?.files).toEqual([]);
  expect(await findFile(owner, filed, file)).toBeNull();
  expect((await listOwnProjects(owner)).map(({ id }) => id)).toEqual([project.id]);
});

test("no queue or count of projects holds it", async () => {
  const { owner, other, moderator, slug, alone, revision } = world;
  const kinds = (rows: { id: string; kind: string }[]) =>
    rows.map(({ id, kind }) => `${kind} ${id}`);
  expect(kinds(await listSubmittedEntries(moderator))).toContain(`experience ${alone.id}`);
  expect(kinds(await listSubmittedRevisions(moderator))).toContain(`experience ${revision}`);
  expect(await getDossier(moderator, "project", alone.id)).toBeNull();
  expect((await listWaitingOffers(owner)).map((one) => one.entryKind)).toEqual(["experience"]);
  expect(await countOpenOffers(owner, PROJECTS, slug)).toEqual(new Map());
  expect((await getAccountDossier(moderator, other.accountId, "fr"))?.projects).toEqual([]);
});

test("what is worked out from somebody's projects leaves it out", async () => {
  const { owner, other, project } = world;
  const [candidate] = await query((db) => readCandidates(db, other, [owner.memberId]));
  expect(candidate?.facts.earlier.map(({ slug }) => slug)).toEqual([project.slug]);
  await transaction((tx) => coarsenEntriesOf(tx, PROJECT_VERBS, owner.accountId));
});
