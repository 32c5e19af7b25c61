import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beside, closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { affiliations } from "@/db/schema/affiliations";
import { entries, entryRevisions } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { proposeRevision, submitRevision } from "@/lib/entries/revisions.mutations";
import { setParties } from "./mutations";
import { COOPERATION_VERBS } from "./noun.queries";

let administrator: Viewer;
let manager: Viewer & { memberId: string };
let lab: string;
let fudan: string;
let other: string;

beforeAll(() =>
  transaction(async (tx) => {
    administrator = (await makeAccount(tx, { role: "administrator" })) as Viewer;
    manager = await makeMember(tx);
    lab = (await makeOrganisation(tx, {}, [manager])).id;
    other = (await makeOrganisation(tx)).id;
    fudan = (await makeOrganisation(tx, { country: "cn" })).id;
  }),
);

afterAll(closeDatabase);

/** An agreement online with an edit that its manager has begun. */
async function begin() {
  const { id } = await transaction((tx) =>
    makeCooperation(tx, [lab, fudan], { moderation: "published" }),
  );
  const change = { id, revisionId: null, version: 1, content: { renewed: "2025" } };
  const edit = await transaction((tx) => proposeRevision(tx, manager, COOPERATION_VERBS, change));
  return { id, edit };
}

const setOthers = (tx: Transaction, id: string) =>
  setParties(tx, administrator, {
    id,
    version: 1,
    parties: [
      { organisationId: other, side: "lyon" },
      { organisationId: fudan, side: "china" },
    ],
  });

/** Holds the entry while its manager ceases to be one. */
const dismiss = async (tx: Transaction, id: string) => {
  await tx.select({ id: entries.id }).from(entries).where(eq(entries.id, id)).for("no key update");
  const isTheirs = eq(affiliations.memberId, manager.memberId);
  await tx.update(affiliations).set({ role: "person" }).where(isTheirs);
};

type Begun = Awaited<ReturnType<typeof begin>>;
const save = (tx: Transaction, { id, edit }: Begun) =>
  proposeRevision(tx, manager, COOPERATION_VERBS, { ...edit, id, content: { renewed: "2026" } });
const handIn = (tx: Transaction, { edit }: Begun) =>
  submitRevision(tx, manager, COOPERATION_VERBS, edit);

const editOf = async ({ edit }: Begun) => {
  const { state, content } = entryRevisions;
  const [row] = await query((db) =>
    db
      .select({ state, content })
      .from(entryRevisions)
      .where(eq(entryRevisions.id, edit.revisionId)),
  );
  return row;
};

test.each([
  ["saves", "parties change", save, setOthers],
  ["hands in", "parties change", handIn, setOthers],
  ["saves", "manager is none any more", save, dismiss],
] as const)("whoever %s an edit while its %s is not found", async (_what, _when, write, remove) => {
  const begun = await begin();
  let written: Promise<unknown> = Promise.resolve();
  await transaction(async (tx) => {
    await remove(tx, begun.id);
    written = beside(() => transaction((late): Promise<object> => write(late, begun))).catch(
      (error) => error,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await written).toMatchObject({ code: "notFound" });
  expect(await editOf(begun)).toMatchObject({ state: "draft", content: { renewed: "2025" } });
});
