import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { ownerWithRoom } from "@/db/owner-with-room";
import { listOwnFiles, readOwnFile } from "./export.queries";
import { exportAccount } from "./queries";

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
  const theirs = await listOwnFiles(partner);
  expect(theirs.map(({ title }) => title).sort()).toEqual(["", "le devis du partenaire"]);
});
