import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { rowsAsText } from "@/db/read-back";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { eraseAccount } from "./erasure.mutations";
import { PERSONAL_DATA } from "./personal-data";

// What erases works as the owner of the tables: the worker and the `club` command.
workAsOwner(20_000);

afterAll(closeDatabase);

test("of an entry that stays for what others said nothing stays that the club team had read", async () => {
  const { owner, project } = await transaction(async (tx) => {
    const [owner, other] = [await makeMember(tx), await makeMember(tx)];
    const project = await makeProject(tx, owner.memberId, {
      moderation: "changes-requested",
      lastRead: { title: { fr: "canary-last-read" } },
    });
    await tx
      .insert(entryQuestions)
      .values({ entryId: project.id, memberId: other.memberId, words: "Combien ?", locale: "fr" });
    return { owner, project };
  });
  await transaction((tx) => eraseAccount(tx, "portal", owner));
  expect(await query((db) => db.$count(entries, eq(entries.id, project.id)))).toBe(1);
  expect(await rowsAsText(Object.keys(PERSONAL_DATA))).not.toContain("canary-last-read");
});
