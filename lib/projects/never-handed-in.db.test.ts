import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entryRevisions } from "@/db/schema/entries";
import { reopenEntry } from "@/lib/entries/verbs.mutations";
import { getDossier, getRevisionDossier } from "@/lib/moderation/dossiers.queries";
import { withdrawProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";

afterAll(() => closeDatabase());

const people = () =>
  transaction(async (tx) => ({
    owner: await makeMember(tx),
    moderator: await makeMember(tx, {}, { role: "moderator" }),
  }));

test("a draft that is withdrawn stays its owner's alone", async () => {
  const { owner, moderator } = await people();
  const project = await transaction((tx) => makeProject(tx, owner.memberId));
  const input = { projectId: project.id, version: project.version };
  await transaction((tx) => withdrawProject(tx, owner, input));
  expect(await getDossier(moderator, "project", project.id)).toBeNull();
});

test("a project that is reopened, rewritten and withdrawn again is no longer the club team's", async () => {
  const { owner, moderator } = await people();
  const project = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "withdrawn" }),
  );
  const { id: projectId } = project;
  expect(await getDossier(moderator, "project", projectId)).not.toBeNull();
  await transaction((tx) => reopenEntry(tx, owner, PROJECT_VERBS, { id: projectId, version: 1 }));
  await transaction((tx) => withdrawProject(tx, owner, { projectId, version: 2 }));
  expect(await getDossier(moderator, "project", projectId)).toBeNull();
});

test("an edit that was never handed in stays its owner's alone when it is withdrawn", async () => {
  const { owner, moderator } = await people();
  const project = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "published" }),
  );
  const values = {
    entryId: project.id,
    content: {},
    state: "withdrawn",
  } as const;
  const [revision] = await query((db) =>
    db.insert(entryRevisions).values(values).returning({ id: entryRevisions.id }),
  );
  expect(await getRevisionDossier(moderator, revision?.id ?? "")).toBeNull();
});
