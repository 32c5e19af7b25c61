import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, transaction, workAsOwner } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eraseAccount } from "@/lib/accounts/erasure.mutations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { proposeRevision, submitRevision } from "@/lib/entries/revisions.mutations";
import { publishEntry } from "@/lib/entries/verbs.mutations";
import { getDossier, getRevisionDossier } from "@/lib/moderation/dossiers.queries";
import { getIdentity, listQueue } from "@/lib/moderation/queries";
import { submitCooperation } from "./mutations";
import { COOPERATION_VERBS } from "./noun.queries";

// What erases works as the owner of the tables: the worker and the `club` command.
workAsOwner(20_000);

afterAll(() => closeDatabase());

let moderator: Viewer;
let gone: Viewer;
let waiting: string;
let edit: string;

beforeAll(() =>
  transaction(async (tx) => {
    moderator = await makeMember(tx, {}, { role: "moderator" });
    const manager = await makeMember(tx, { givenName: "Effacée" });
    const lab = await makeOrganisation(tx, {}, [manager, await makeMember(tx)]);
    const fudan = await makeOrganisation(tx, { country: "cn" });
    const parties = [lab.id, fudan.id] as const;
    waiting = (await makeCooperation(tx, [...parties])).id;
    await submitCooperation(tx, manager, { id: waiting, version: 1 });
    const { id } = await makeCooperation(tx, [...parties], { moderation: "published" });
    const change = { id, revisionId: null, version: 1, content: { renewed: "2026" } };
    const begun = await proposeRevision(tx, manager, COOPERATION_VERBS, change);
    await submitRevision(tx, manager, COOPERATION_VERBS, begun);
    edit = begun.revisionId;
    await eraseAccount(tx, "portal", { accountId: manager.accountId });
    gone = manager;
  }),
);

test("what a manager handed in waits on once they are erased, in nobody's name", async () => {
  const queue = await listQueue(moderator, "fr");
  const kinds = [waiting, edit].map((id) => queue.find((item) => item.id === id));
  expect(kinds).toMatchObject([
    { kind: "cooperation", owner: "" },
    { kind: "revision", owner: "" },
  ]);
  expect(await getIdentity(moderator, gone.accountId, "fr")).toMatchObject({ name: "" });
});

test("and is decided", async () => {
  expect(await getRevisionDossier(moderator, edit)).not.toBeNull();
  expect(await getDossier(moderator, "cooperation", waiting)).not.toBeNull();
  await transaction((tx) =>
    publishEntry(tx, moderator, COOPERATION_VERBS, { id: waiting, version: 2 }),
  );
});
