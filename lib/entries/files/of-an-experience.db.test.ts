import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeExperience } from "@/db/experience-factory";
import { makeMember } from "@/db/factories";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { settleExperience, submitExperience } from "@/lib/experiences/mutations";
import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { listAccesses, noteAccess } from "../accesses.queries";
import { attachFile, removeFile } from "./mutations";
import { getFile, getFiled, listFiles } from "./queries";

afterAll(closeDatabase);

const pdf: CheckedFile = {
  name: "bilan.pdf",
  kind: "pdf",
  content: Buffer.from("%PDF-1.7"),
  size: 8,
  hash: "a".repeat(64),
};

test("an experience holds files as a project does: nobody is accepted there", async () => {
  const [owner, other] = await transaction(async (tx) => [
    await makeMember(tx, { familyName: "Montclair" }),
    await makeMember(tx),
  ]);
  const { id, slug } = await transaction((tx) =>
    makeExperience(tx, owner.memberId, { moderation: "published", ownerLevel: "contacts" }),
  );
  const attach = (level: "members" | "contacts") =>
    transaction((tx) => attachFile(tx, owner, EXPERIENCE_VERBS, { slug, level, file: pdf }));
  const { fileId } = await attach("members");
  const { fileId: behind } = await attach("contacts");
  const seen = await getFiled(other, EXPERIENCE_VERBS, slug);
  expect(await listFiles(other, seen)).toMatchObject({ files: [{ name: pdf.name }], hidden: 1 });
  expect(await getFile(other, seen, fileId)).toMatchObject({ kind: "pdf" });
  expect(await getFile(other, seen, behind)).toBeNull();
  expect(
    await getFile(owner, await getFiled(owner, EXPERIENCE_VERBS, slug), behind),
  ).not.toBeNull();
  expect(await getFile(null, await getFiled(null, EXPERIENCE_VERBS, slug), fileId)).toBeNull();
  expect(await listAccesses(owner, id)).toEqual([]);
  await noteAccess(other, id, fileId);
  expect(await listAccesses(owner, id)).toMatchObject([{ file: pdf.name, slug: other.memberSlug }]);
  expect(await listAccesses(other, id)).toEqual([]);
  const gone = await transaction((tx) => removeFile(tx, owner, { fileId }));
  expect(gone).toMatchObject({ entryKind: "experience", slug });
  expect(await getFile(other, seen, fileId)).toBeNull();
});

test("the name of a file that members open does not say whose an experience is", async () => {
  const owner = await transaction((tx) => makeMember(tx, { familyName: "Montclair" }));
  const file = { ...pdf, name: "Montclair.pdf" };
  const make = (ownerLevel: "members" | "contacts", moderation: "draft" | "published") =>
    transaction((tx) => makeExperience(tx, owner.memberId, { moderation, ownerLevel }));
  const attach = (slug: string) =>
    transaction((tx) => attachFile(tx, owner, EXPERIENCE_VERBS, { slug, level: "members", file }));
  const unnamed = await make("contacts", "published");
  await expect(attach(unnamed.slug)).rejects.toMatchObject({ code: "fileNamesOwner" });
  const named = await make("members", "published");
  await attach(named.slug);
  const settled = { isTeased: false, ownerLevel: "contacts" as const, links: {} };
  await expect(
    transaction((tx) => settleExperience(tx, owner, { id: named.id, version: 1, ...settled })),
  ).rejects.toMatchObject({
    code: "tellsAuthor",
    values: { found: expect.stringMatching(/Montclair/) },
  });
  const draft = await make("members", "draft");
  await attach(draft.slug);
  await transaction((tx) => settleExperience(tx, owner, { id: draft.id, version: 1, ...settled }));
  await expect(
    transaction((tx) => submitExperience(tx, owner, { id: draft.id, version: 2 })),
  ).rejects.toMatchObject({ code: "tellsAuthor", field: "files" });
});
