import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import { projects } from "@/db/schema/projects";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { IDLE } from "@/lib/core/form-state";
import { attachFile, setFileLevel } from "@/lib/entries/files/mutations";
import { saveProjectAction } from "./actions";
import { listIdentities } from "./identity.queries";
import { setLevels } from "./levels.mutations";
import { submitProject } from "./mutations";
import { PROJECT_VERBS } from "./noun.queries";
import { getOwnProject } from "./owned.queries";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("next/headers", () => ({ cookies: async () => ({ set: () => undefined }) }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
vi.mock("@/lib/core/auth/request", () => ({
  requireOwnOrigin: async () => {},
  readRequest: async () => ({ client: randomUUID(), requestId: "", wantsPage: false }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => request.viewer }));

afterAll(closeDatabase);

let owner: Awaited<ReturnType<typeof makeMember>>;

beforeAll(async () => {
  const names = { familyName: "Montclair", givenName: "Claire", nameZh: "欧阳宛如" };
  owner = await transaction((tx) => makeMember(tx, names));
  request.viewer = owner;
});

type Values = Parameters<typeof makeProject>[2];

const unnamed = { ownerLevel: "contacts", textLevel: "members" } as const;
const telling = {
  teaser: { fr: "Deux ateliers", zh: "欧阳宛如发起" },
  summary: { fr: "Écrire à moi@exemple.fr", en: "By Claire Montclair" },
};

const make = (values: Values = {}) =>
  transaction((tx) => makeProject(tx, owner.memberId, { ...unnamed, ...values }));

const file = (name: string): CheckedFile => ({
  name,
  kind: "pdf",
  content: Buffer.from("%PDF"),
  size: 4,
  hash: randomUUID(),
});

const attach = (slug: string, name: string, level: "members" | "contacts" = "members") =>
  transaction((tx) => attachFile(tx, owner, PROJECT_VERBS, { slug, level, file: file(name) }));

describe("what tells who an unnamed owner is", () => {
  test("is told all at once, in every text and language and the names of files", async () => {
    const { slug } = await make({ ...telling, ownerLevel: "members" });
    await attach(slug, "offre-montclair.pdf");
    await query((db) =>
      db.update(entries).set({ ownerLevel: "contacts" }).where(eq(entries.slug, slug)),
    );
    const project = await getOwnProject(owner, slug, "fr");
    if (!project) throw new Error("no project");
    expect(await listIdentities(owner, project, project.content)).toEqual([
      { field: "teaser.zh", found: "欧阳宛如" },
      { field: "summary.fr", found: "moi@exemple.fr" },
      { field: "summary.en", found: "Claire Montclair" },
      { field: "files", found: "montclair" },
    ]);
    const other = await transaction((tx) => makeMember(tx));
    expect(() => listIdentities(other, project, project.content)).toThrow("notFound");
  });

  test("is refused in what members read, let pass where they see the name or do not read", async () => {
    const summary = { fr: "Claire Montclair cherche des ateliers" };
    const submit = async (values: Values) => {
      const { id } = await make({ summary, ...values });
      return transaction((tx) => submitProject(tx, owner, { projectId: id, version: 1 }));
    };
    await expect(submit({})).rejects.toMatchObject({
      code: "identifiesOwner",
      field: "summary.fr",
      values: { found: "Claire Montclair" },
    });
    await submit({ ownerLevel: "members" });
    await submit({ textLevel: "contacts" });
  });

  test("is told at each step of the editor, the draft kept all the same", async () => {
    const { id, slug } = await make();
    const save = async (fields: Record<string, string>, version: number) => {
      const data = new FormData();
      const place = { step: "text", projectId: id, slug, version: String(version), intent: "stay" };
      const sent = { _key: `~${sealReader(owner)}`, _locale: "fr", ...place, ...fields };
      for (const [name, value] of Object.entries(sent)) data.set(name, value);
      return saveProjectAction(IDLE, data);
    };
    const texts = {
      "summary.fr": "Claire Montclair",
      "offered.en": "Call 04 78 00 11 22",
      "sought.zh": "寻找合作伙伴",
    };
    const state = await save(texts, 1);
    if (state.status !== "invalid") throw new Error(state.status);
    expect(Object.keys(state.fields).sort()).toEqual(["offered.en", "summary.fr"]);
    expect(state.fields["summary.fr"]).toContain("Claire Montclair");
    expect(state.fields["offered.en"]).toContain("04 78 00 11 22");
    const [kept] = await query((db) =>
      db.select({ summary: projects.summary }).from(projects).where(eq(projects.id, id)),
    );
    expect(kept?.summary).toEqual({ fr: "Claire Montclair" });
  });

  test("keeps a name from being taken off a published project that tells it", async () => {
    const { id } = await make({ ...telling, moderation: "published", ownerLevel: "members" });
    const set = (levels: {
      textLevel: "members" | "contacts";
      ownerLevel: "members" | "contacts";
    }) => transaction((tx) => setLevels(tx, owner, { projectId: id, version: 1, ...levels }));
    await expect(set(unnamed)).rejects.toMatchObject({
      code: "textsIdentify",
      field: "ownerLevel",
      values: { found: "欧阳宛如 · moi@exemple.fr · Claire Montclair" },
    });
  });

  test("is refused in the name of a file that members open", async () => {
    const { slug } = await make();
    await expect(attach(slug, "Montclair 2026.pdf")).rejects.toMatchObject({
      code: "fileNamesOwner",
      field: "file",
      values: { found: "Montclair" },
    });
    const { fileId } = await attach(slug, "Montclair 2026.pdf", "contacts");
    const open = { fileId, before: "contacts", level: "members" } as const;
    await expect(transaction((tx) => setFileLevel(tx, owner, PROJECT_VERBS, open))).rejects.toThrow(
      "identifiesOwner",
    );
    const [row] = await query((db) =>
      db.select({ level: entryFiles.level }).from(entryFiles).where(eq(entryFiles.id, fileId)),
    );
    expect(row?.level).toBe("contacts");
  });
});

test("a file that contacts alone open, or that was taken away, tells nobody who the owner is", async () => {
  const { id, slug } = await make();
  await attach(slug, "offre-montclair.pdf", "contacts");
  const found = async () => {
    const project = await getOwnProject(owner, slug, "fr");
    return project && listIdentities(owner, project, project.content);
  };
  const change = (values: Partial<typeof entryFiles.$inferInsert>) =>
    query((db) => db.update(entryFiles).set(values).where(eq(entryFiles.entryId, id)));
  expect(await found()).toEqual([]);
  await change({ level: "members" });
  expect(await found()).toEqual([{ field: "files", found: "montclair" }]);
  await change({ fileId: null, removedAt: new Date() });
  expect(await found()).toEqual([]);
});
