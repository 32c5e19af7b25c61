import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entryRevisions } from "@/db/schema/entries";
import { decideEntryAction, decideRevisionAction, markEntryReadAction } from "./actions";
import { takeItem } from "./desk.mutations";

vi.mock("../core/action", () => {
  const asWritten = (_input: unknown, run: unknown) => run;
  return { adminAction: asWritten, readerAction: asWritten, visitorAction: asWritten };
});

afterAll(closeDatabase);

test("what a colleague deals with is decided by nobody else, in whichever form", async () => {
  await transaction(async (tx) => {
    const owner = await makeMember(tx);
    const one = await makeMember(tx, {}, { role: "moderator" });
    const two = await makeMember(tx, {}, { role: "moderator" });
    const submitted = await makeProject(tx, owner.memberId, { moderation: "submitted" });
    const online = await makeProject(tx, owner.memberId, {
      ...{ submittedAt: new Date(), unreadSince: new Date() },
    });
    const [edit] = await tx
      .insert(entryRevisions)
      .values({ entryId: online.id, state: "submitted", content: {} })
      .returning({ id: entryRevisions.id });
    const revisionId = edit?.id ?? "";
    for (const id of [submitted.id, online.id]) await takeItem(tx, one, { kind: "project", id });
    await takeItem(tx, one, { kind: "revision", id: revisionId });
    const verdict = { verdict: "published", words: "", kind: "project", version: 1 };
    const decide = (action: unknown, input: object) =>
      (action as (...asked: unknown[]) => Promise<unknown>)(tx, two, input, {
        ...{ locale: "fr", request: { page: "/fr/admin" } },
      });
    for (const asked of [
      decide(decideEntryAction, { ...verdict, entryId: submitted.id }),
      decide(markEntryReadAction, { ...verdict, entryId: online.id }),
      decide(decideRevisionAction, { ...verdict, revisionId }),
    ])
      await expect(asked).rejects.toMatchObject({ code: "takenByColleague" });
  });
});
