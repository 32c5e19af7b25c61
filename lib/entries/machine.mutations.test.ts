import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { entries } from "@/db/schema/entries";
import { projects } from "@/db/schema/projects";
import { TRANSLATION_PROVIDERS } from "@/lib/core/i18n/machine-translation";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { orderMachineTranslation, runMachineTranslation } from "./machine.mutations";
import { getTranslationSheet } from "./translation-sheet.queries";
import { saveTranslations } from "./translations.mutations";

const chosen = vi.hoisted(() => ({ provider: "off" }));

vi.mock("@/lib/core/env", async (original) => {
  const real = await original<typeof import("@/lib/core/env")>();
  return { ...real, env: () => ({ ...real.env(), TRANSLATION_PROVIDER: chosen.provider }) };
});

type Member = Awaited<ReturnType<typeof makeMember>>;
type Project = Awaited<ReturnType<typeof makeProject>>;

let owner: Member;
let other: Member;

const translate = vi.fn(async ({ texts }: { texts: readonly string[] }) =>
  texts.map((_, index) => `机器译文 ${index}`),
);

beforeAll(async () => {
  TRANSLATION_PROVIDERS.fake = { name: "Fake", translate };
  await transaction(async (tx) => {
    owner = await makeMember(tx, { familyName: "Vernoux" });
    other = await makeMember(tx);
  });
});

afterEach(() => {
  chosen.provider = "off";
  translate.mockClear();
});

afterAll(async () => {
  delete TRANSLATION_PROVIDERS.fake;
  await closeDatabase();
});

const make = (values: Parameters<typeof makeProject>[2] = {}) =>
  transaction((tx) => makeProject(tx, owner.memberId, values));

async function order({ id: entryId, slug }: Project, viewer = owner) {
  const fingerprint =
    (await getTranslationSheet(owner, PROJECT_VERBS, slug, "zh", "fr"))?.fingerprint ?? "";
  const input = { entryId, locale: "zh", fingerprint } as const;
  return transaction((tx) => orderMachineTranslation(tx, viewer, PROJECT_VERBS, input));
}

async function read({ id }: Project) {
  const [row] = await query((db) =>
    db
      .select({
        title: entries.title,
        summary: projects.summary,
        provenance: entries.provenance,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .where(eq(entries.id, id)),
  );
  return row;
}

test("off, nothing is called and nothing is there to press", async () => {
  const project = await make();
  await expect(order(project)).rejects.toMatchObject({ code: "notFound" });
  expect(translate).not.toHaveBeenCalled();
  expect((await read(project))?.provenance).toEqual({});
});

test("a machine fills what is empty, marked and not reviewed, until a person changes it", async () => {
  const project = await make({ summary: { fr: "Deux fois.", zh: "人译。" } });
  chosen.provider = "fake";
  await runMachineTranslation(owner, PROJECT_VERBS, await order(project));
  const [sent] = translate.mock.calls[0] ?? [];
  expect(sent).toMatchObject({ from: "fr", to: "zh" });
  expect(sent?.texts).not.toContain("Deux fois.");
  const row = await read(project);
  expect(row?.title.zh).toBe("机器译文 0");
  expect(row?.summary.zh).toBe("人译。");
  const machine = { origin: "machine", by: owner.accountId, isReviewed: false };
  expect(row?.provenance.title).toEqual({ zh: machine });
  expect(row?.provenance.summary).toBeUndefined();
  const sheet = await getTranslationSheet(owner, PROJECT_VERBS, project.slug, "zh", "fr");
  expect(sheet?.fields[0]?.note).toMatchObject({ origin: "machine", isReviewed: false });
  const words = { title: "在宁波共同采购", teaser: sheet?.fields[1]?.current ?? "" };
  const target = {
    entryId: project.id,
    locale: "zh",
    fingerprint: sheet?.fingerprint ?? "",
  } as const;
  await transaction((tx) =>
    saveTranslations(tx, owner, PROJECT_VERBS, { ...target, words, confirmed: [] }),
  );
  const after = await read(project);
  expect(after?.provenance.title?.zh).toMatchObject({ origin: "person", isReviewed: true });
  expect(after?.provenance.teaser?.zh).toEqual(machine);
  const names = await eventsOn(project.id);
  expect(names).toContain("translation.machine-asked");
  expect(names).toContain("translation.machine-made");
});

test("refused: somebody else's project, nothing left, a service that fails, what tells who proposes it", async () => {
  chosen.provider = "fake";
  const project = await make();
  await expect(order(project, other)).rejects.toMatchObject({ code: "notFound" });
  const ordered = await order(project);
  translate.mockRejectedValueOnce(new Error("down"));
  await expect(runMachineTranslation(owner, PROJECT_VERBS, ordered)).rejects.toMatchObject({
    code: "machineFailed",
  });
  translate.mockResolvedValueOnce(["one only"]);
  await expect(runMachineTranslation(owner, PROJECT_VERBS, ordered)).rejects.toMatchObject({
    code: "machineFailed",
  });
  translate.mockImplementationOnce(async ({ texts }) => texts.map(() => "Vernoux 公司"));
  await expect(runMachineTranslation(owner, PROJECT_VERBS, ordered)).rejects.toMatchObject({
    code: "identifiesOwner",
  });
  expect((await read(project))?.provenance).toEqual({});
  await runMachineTranslation(owner, PROJECT_VERBS, ordered);
  await expect(order(project)).rejects.toMatchObject({ code: "nothingToTranslate" });
});
