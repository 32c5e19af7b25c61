import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { mails } from "@/db/schema/mail";
import { decisions } from "@/db/schema/moderation";
import { publishEntry, turnDownEntry } from "../entries/verbs.mutations";
import { PROJECT_VERBS } from "../projects/noun.queries";

afterAll(() => closeDatabase());

test("two moderators decide at once, twenty times of twenty: one decision, one mail, the second is told", async () => {
  const told: string[] = [];
  for (let time = 0; time < 20; time++) {
    const { owner, one, two, project } = await transaction(async (tx) => {
      const owner = await makeMember(tx);
      return {
        owner,
        one: await makeMember(tx, {}, { role: "moderator" }),
        two: await makeMember(tx, {}, { role: "moderator" }),
        project: await makeProject(tx, owner.memberId, { moderation: "submitted" }),
      };
    });
    const input = { id: project.id, version: project.version };
    const refusal = { verdict: "refused", reasonCode: "out-of-scope", words: "" } as const;
    const results = await Promise.allSettled([
      transaction((tx) => publishEntry(tx, one, PROJECT_VERBS, input)),
      transaction((tx) => turnDownEntry(tx, two, PROJECT_VERBS, { ...input, ...refusal })),
    ]);
    told.push(...results.flatMap((one) => (one.status === "rejected" ? one.reason.code : [])));
    const kept = await query((db) =>
      db
        .select({ verdict: decisions.verdict, state: entries.moderation })
        .from(decisions)
        .innerJoin(entries, eq(entries.id, decisions.subjectId))
        .where(eq(decisions.subjectId, project.id)),
    );
    expect(kept).toHaveLength(1);
    expect(kept[0]?.verdict).toBe(kept[0]?.state);
    const letters = await query((db) =>
      db.select({ kind: mails.kind }).from(mails).where(eq(mails.accountId, owner.accountId)),
    );
    const kind = kept[0]?.verdict === "published" ? "projectPublished" : "projectRefused";
    expect(letters).toEqual([{ kind }]);
  }
  expect(told).toEqual(Array(20).fill("alreadyDecided"));
});
