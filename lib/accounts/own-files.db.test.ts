import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { ownerWithRoom } from "@/db/owner-with-room";
import { makePortrait } from "@/db/portrait-factory";
import { entryQuestions } from "@/db/schema/entry-parts";
import { files } from "@/db/schema/files";
import { members } from "@/db/schema/members";
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
    ["entries", ""],
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

test("the export holds the face of a person, and nobody else's", async () => {
  const [owner, other] = await transaction(async (tx) => {
    const both = [await makeMember(tx), await makeMember(tx)] as const;
    for (const one of both) await makePortrait(tx, one.memberId, Buffer.from(one.memberId));
    return both;
  });
  const [face, ...more] = await listOwnFiles(owner);
  if (!face) throw new Error("no file was found");
  expect([face.path, more]).toEqual([`profile/${face.id}/portrait.webp`, []]);
  expect(String(await readOwnFile(owner, face))).toBe(owner.memberId);
  expect(await readOwnFile(other, face)).toBeNull();
  expect((await exportAccount(owner)).tables.files).toHaveLength(1);
});

test("an erasure takes a face along, also of who stays as a former member", async () => {
  const member = await transaction(async (tx) => {
    const one = await makeMember(tx);
    await makePortrait(tx, one.memberId, Buffer.from(`face of ${one.memberId}`));
    const project = await makeProject(tx, (await makeMember(tx)).memberId);
    const answer = { answer: "Oui.", answerLocale: "fr", answeredAt: new Date() } as const;
    await tx
      .insert(entryQuestions)
      .values({ entryId: project.id, memberId: one.memberId, words: "?", locale: "fr", ...answer });
    return one;
  });
  const count = () =>
    query((db) =>
      db.$count(files, sql`position(convert_to(${member.memberId}::text, 'UTF8') in content) > 0`),
    );
  expect(await count()).toBe(3);
  await transaction((tx) => eraseAccount(tx, "portal", { accountId: member.accountId }));
  expect(await count()).toBe(0);
  const isStill = eq(members.id, member.memberId);
  expect(await query((db) => db.$count(members, isStill))).toBe(1);
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
            and not exists (select from members where files.id in (portrait_id, portrait_medium_id, portrait_small_id))
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
