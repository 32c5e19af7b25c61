import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { ownerWithRoom } from "@/db/owner-with-room";
import { eraseAccount } from "./erasure.mutations";
import { listOwnFiles, readOwnFile } from "./export.queries";
import { exportAccount } from "./queries";

// What erases works as the owner of the tables: the worker and the `club` command.
workAsOwner(20_000);

afterAll(() => closeDatabase());

test("the export holds the files a person brought with their titles, and nobody else's", async () => {
  const { owner, partner, sign } = await transaction(ownerWithRoom);
  const files = await listOwnFiles(owner);
  expect(files.map(({ from, title }) => [from, title])).toEqual([
    ["rooms", sign],
    ["rooms", sign],
    ["projects", ""],
  ]);
  for (const file of files) expect(String(await readOwnFile(owner, file))).toBe(sign);
  const [first] = files;
  if (!first) throw new Error("no file was found");
  expect(await readOwnFile(partner, first)).toBeNull();
  const { tables } = await exportAccount(owner);
  expect(tables.room_documents?.map(({ title }) => title)).toEqual([sign, sign]);
  const told = [...(tables.room_document_versions ?? []), ...(tables.entry_files ?? [])];
  expect(tables.files).toHaveLength(3);
  expect(told.map(({ file_id }) => file_id).sort()).toEqual(
    tables.files?.map(({ id }) => id).sort(),
  );
  const theirs = await listOwnFiles(partner);
  expect(theirs.map(({ title }) => title).sort()).toEqual(["", "le devis du partenaire"]);
});

test("an erasure takes the bytes along that a person brought, and leaves no others without a row", async () => {
  const { owner, partner, sign, aloneId } = await transaction(ownerWithRoom);
  const content = Buffer.from(`the logo of ${sign}`);
  await query((db) =>
    db.execute(sql`with logo as (
      insert into files (kind, content, size, hash) values ('image', ${content}, 1, '') returning id)
      update organisations set logo_id = (select id from logo) where id = ${aloneId}`),
  );
  const countTheirs = async () => {
    const [row] = await query((db) =>
      db.execute<{ theirs: number; orphans: number }>(sql`
        select count(*) filter (where position(convert_to(${sign}::text, 'UTF8') in content) > 0)::int as theirs,
          count(*) filter (where not exists (select from entry_files where file_id = files.id)
            and not exists (select from room_document_versions where file_id = files.id)
            and not exists (select from organisations where logo_id = files.id))::int as orphans
        from files`),
    );
    return row;
  };
  expect(await countTheirs()).toEqual({ theirs: 4, orphans: 0 });
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: owner.accountId }));
  expect(await countTheirs()).toEqual({ theirs: 0, orphans: 0 });
  expect(await listOwnFiles(partner)).toHaveLength(2);
});
