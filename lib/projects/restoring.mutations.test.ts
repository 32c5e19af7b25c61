import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import { entryVersions } from "@/db/schema/entry-parts";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { attachFile, removeFile } from "@/lib/entries/files/mutations";
import { getHistory } from "@/lib/entries/history.queries";
import { restoreVersion } from "@/lib/entries/restoring.mutations";
import { proposeRevision, publishRevision } from "@/lib/entries/revisions.mutations";
import { publishEntry, reopenEntry } from "@/lib/entries/verbs.mutations";
import { withdrawProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";
import { getOwnProject } from "./owned.queries";
import { PROJECTS } from "./project";
import { submitRevision } from "./revisions.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let other: Member;
let moderator: Member;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
    moderator = await makeMember(tx, {}, { role: "moderator" });
  });
});

afterAll(closeDatabase);

const FIRST = { fr: "Nous passons commande ensemble deux fois par an." };
const SECOND = { fr: "Nous passons commande ensemble trois fois par an." };

/** A project that was published (version 1) and then changed (version 2), at version 4 of its row. */
async function changedOnce() {
  const project = await transaction((tx) =>
    makeProject(tx, owner.memberId, { moderation: "submitted", summary: FIRST }),
  );
  const projectId = project.id;
  await transaction((tx) =>
    publishEntry(tx, moderator, PROJECT_VERBS, { id: projectId, version: 1 }),
  );
  await edit(projectId, 2);
  return project;
}

async function edit(projectId: string, version: number) {
  const content = { summary: SECOND };
  const { revisionId } = await transaction((tx) =>
    proposeRevision(tx, owner, PROJECT_VERBS, {
      id: projectId,
      revisionId: null,
      version,
      content,
    }),
  );
  await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 2 }));
  await transaction((tx) =>
    publishRevision(tx, moderator, PROJECT_VERBS, { revisionId, version: 3 }),
  );
}

const restore = (
  projectId: string,
  number: number,
  version: number,
  viewer = owner,
  revisionId: string | null = null,
) =>
  transaction((tx) =>
    restoreVersion(tx, viewer, PROJECT_VERBS, { id: projectId, number, version, revisionId }),
  );

const versionsOf = async (slug: string) =>
  (await getHistory(owner, PROJECTS, slug))?.versions.map(({ number, cause, content }) => [
    number,
    cause,
    content.summary.fr,
  ]);

describe("keeping versions", () => {
  test("each text that goes online, for the owner and the club team alone", async () => {
    const { slug } = await changedOnce();
    expect(await versionsOf(slug)).toEqual([
      [2, "revised", SECOND.fr],
      [1, "published", FIRST.fr],
    ]);
    expect(await getHistory(moderator, PROJECTS, slug)).toMatchObject({
      isOwn: false,
      canRestore: false,
    });
    expect(await getHistory(other, PROJECTS, slug)).toBeNull();
  });

  test("what was online before versions were kept comes first", async () => {
    const project = await transaction((tx) =>
      makeProject(tx, owner.memberId, {
        moderation: "published",
        publishedAt: new Date("2026-01-05T09:00:00Z"),
        summary: FIRST,
      }),
    );
    await edit(project.id, 1);
    expect(await versionsOf(project.slug)).toEqual([
      [2, "revised", SECOND.fr],
      [1, "published", FIRST.fr],
    ]);
    const history = await getHistory(owner, PROJECTS, project.slug);
    expect(history?.versions[1]?.createdAt).toEqual(new Date("2026-01-05T09:00:00Z"));
  });

  test("the database changes none", async () => {
    const { id } = await changedOnce();
    const change = query((db) =>
      db.update(entryVersions).set({ number: 9 }).where(eq(entryVersions.entryId, id)),
    );
    await expect(change).rejects.toThrow();
  });
});

describe("restoring", () => {
  test("puts the old text into an edit, as a new version; the live text stays", async () => {
    const { id, slug } = await changedOnce();
    expect(await restore(id, 1, 3)).toEqual({ slug, missing: [] });
    const own = await getOwnProject(owner, slug, "fr");
    expect(own?.content.summary).toEqual(SECOND);
    expect(own?.revision).toMatchObject({ state: "draft", content: { summary: FIRST } });
    expect((await versionsOf(slug))?.[0]).toEqual([3, "restored", FIRST.fr]);
    const events = await query((db) =>
      db
        .select({ name: auditEvents.name, data: auditEvents.data })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, id))
        .orderBy(auditEvents.id),
    );
    expect(events.at(-1)).toEqual({ name: "project.version-restored", data: { number: 1 } });
  });

  test("into the open edit when there is one", async () => {
    const { id, slug } = await changedOnce();
    const content = { cities: ["wuhan"] };
    const change = { id, revisionId: null, version: 3, content };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, change),
    );
    await expect(restore(id, 1, 3)).rejects.toThrow("conflict");
    await restore(id, 1, 2, owner, revisionId);
    const own = await getOwnProject(owner, slug, "fr");
    expect(own?.revision).toMatchObject({ id: revisionId, content: { cities: ["ningbo"] } });
  });

  test("into the draft of a project that was taken back", async () => {
    const { id, slug } = await changedOnce();
    await transaction((tx) => withdrawProject(tx, owner, { projectId: id, version: 3 }));
    await expect(restore(id, 1, 4)).rejects.toThrow("moveNotAllowed");
    await transaction((tx) => reopenEntry(tx, owner, PROJECT_VERBS, { id, version: 4 }));
    await restore(id, 1, 5);
    expect((await getOwnProject(owner, slug, "fr"))?.content.summary).toEqual(FIRST);
  });

  test("only by the owner; not while the edit is read; one of two tabs is told", async () => {
    const { id } = await changedOnce();
    for (const viewer of [other, moderator]) {
      await expect(restore(id, 1, 3, viewer)).rejects.toThrow("notFound");
    }
    await expect(restore(id, 7, 3)).rejects.toThrow("notFound");
    const outcomes = await Promise.allSettled([restore(id, 1, 3), restore(id, 1, 3)]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
    const busy = await changedOnce();
    const change = { id: busy.id, revisionId: null, version: 3, content: {} };
    const { revisionId } = await transaction((tx) =>
      proposeRevision(tx, owner, PROJECT_VERBS, change),
    );
    await transaction((tx) => submitRevision(tx, owner, { revisionId, version: 2 }));
    await expect(restore(busy.id, 1, 3, owner, revisionId)).rejects.toThrow("moveNotAllowed");
  });

  test("a file that was removed meanwhile is named, the text comes back all the same", async () => {
    const project = await transaction((tx) =>
      makeProject(tx, owner.memberId, { moderation: "published", summary: FIRST }),
    );
    const { id, slug } = project;
    const file = { kind: "pdf", content: Buffer.from("%PDF"), size: 4, hash: "a" } as const;
    const attach = (name: string) => {
      const checked: CheckedFile = { ...file, name };
      return transaction((tx) =>
        attachFile(tx, owner, PROJECT_VERBS, { slug, level: "members", file: checked }),
      );
    };
    const { fileId } = await attach("plan.pdf");
    await attach("budget.pdf");
    await edit(id, 1);
    await transaction((tx) => removeFile(tx, owner, { fileId }));
    expect(await restore(id, 1, 2)).toEqual({ slug, missing: ["plan.pdf"] });
    const history = await getHistory(owner, PROJECTS, slug);
    expect(history?.versions.at(-1)?.files).toMatchObject([
      { name: "plan.pdf", isGone: true },
      { name: "budget.pdf", isGone: false },
    ]);
    expect(history?.versions[0]?.files).toMatchObject([{ name: "budget.pdf" }]);
  });
});
