import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "./client";
import { makeFile, makeMember, makeOrganisation, makeProject, makeRoom } from "./factories";
import { makePortrait } from "./portrait-factory";
import { entryFiles } from "./schema/entry-parts";
import { files } from "./schema/files";
import { organisations } from "./schema/organisations";
import { roomDocuments, roomDocumentVersions } from "./schema/rooms";

afterAll(closeDatabase);

async function makeAttached(tx: Transaction) {
  const { memberId } = await makeMember(tx);
  const slug = `draft-${crypto.randomUUID().replaceAll("-", "").slice(0, 10)}`;
  const { id: projectId } = await makeProject(tx, memberId, { slug });
  const fileId = await makeFile(tx);
  await tx.insert(entryFiles).values({ entryId: projectId, name: "plan.pdf", fileId });
  return { projectId, fileId };
}

async function makeLogo(tx: Transaction) {
  const logoId = await makeFile(tx, { kind: "image" });
  const { id } = await makeOrganisation(tx, { logoId });
  return { fileId: logoId, isIt: eq(organisations.id, id) };
}

async function makeDocument(tx: Transaction) {
  const { memberId, accountId: authorId } = await makeMember(tx);
  const { id: projectId } = await makeProject(tx, memberId, { moderation: "published" });
  const { id: roomId } = await makeRoom(tx, projectId, [memberId]);
  const document = { roomId, title: "Devis" };
  const [row] = await tx.insert(roomDocuments).values(document).returning({ id: roomDocuments.id });
  const fileId = await makeFile(tx);
  const version = { documentId: row?.id ?? "", number: 1, name: "devis.pdf", authorId };
  await tx.insert(roomDocumentVersions).values({ ...version, fileId });
  return { fileId };
}

test.each<[string, (tx: Transaction) => Promise<string>]>([
  [
    "a file is removed",
    async (tx) => {
      const { fileId } = await makeAttached(tx);
      const gone = { fileId: null, removedAt: new Date() };
      await tx.update(entryFiles).set(gone).where(eq(entryFiles.fileId, fileId));
      return fileId;
    },
  ],
  [
    "a draft is erased with all that hangs on it",
    async (tx) => {
      const { fileId, projectId } = await makeAttached(tx);
      await tx.execute(sql`select club_erase_draft(${projectId})`);
      return fileId;
    },
  ],
  [
    "a version of a document goes",
    async (tx) => {
      const { fileId } = await makeDocument(tx);
      await tx.delete(roomDocumentVersions).where(eq(roomDocumentVersions.fileId, fileId));
      return fileId;
    },
  ],
  [
    "a logo is changed for another",
    async (tx) => {
      const { fileId, isIt } = await makeLogo(tx);
      const logoId = await makeFile(tx, { kind: "image" });
      await tx.update(organisations).set({ logoId }).where(isIt);
      return fileId;
    },
  ],
  [
    "a portrait is changed for another",
    async (tx) => {
      const { memberId } = await makeMember(tx);
      const fileId = await makePortrait(tx, memberId);
      await makePortrait(tx, memberId);
      return fileId;
    },
  ],
  [
    "an organisation is removed",
    async (tx) => {
      const { fileId, isIt } = await makeLogo(tx);
      await tx.delete(organisations).where(isIt);
      return fileId;
    },
  ],
])("bytes go at once when %s", async (_case, act) => {
  const fileId = await transaction(act);
  expect(await query((db) => db.$count(files, eq(files.id, fileId)))).toBe(0);
});

test("bytes stay while a row points to them, and no byte of theirs is changed by who serves", async () => {
  const { fileId, isIt } = await transaction(makeLogo);
  const remove = transaction((tx) => tx.delete(files).where(eq(files.id, fileId)));
  await expect(remove).rejects.toThrow();
  const change = transaction((tx) => tx.update(files).set({ size: 1 }).where(eq(files.id, fileId)));
  await expect(change).rejects.toThrow();
  await transaction((tx) => tx.update(organisations).set({ version: 2 }).where(isIt));
  expect(await query((db) => db.$count(files, eq(files.id, fileId)))).toBe(1);
});

test("whatever points to bytes takes them along", async () => {
  const pointing = await query((db) =>
    db.execute<{ table: string; isHeld: boolean }>(sql`
      select conrelid::regclass::text as table, exists (select from pg_trigger
        where tgrelid = conrelid
          and pg_get_triggerdef(oid) like '%DELETE OR UPDATE OF ' || attname || ' ON %drop_file(''' || attname || ''')') as "isHeld"
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = any(conkey)
      where contype = 'f' and confrelid = 'files'::regclass order by conrelid::regclass::text`),
  );
  expect(pointing).toEqual(
    ["entry_files", ...Array(3).fill("members"), "organisations", "room_document_versions"].map(
      (table) => ({
        table,
        isHeld: true,
      }),
    ),
  );
});
