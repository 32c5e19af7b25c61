import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { cooperationParties } from "@/db/schema/cooperations";
import { canDraftFor } from "@/lib/affiliations/policy";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { changeEntry } from "@/lib/entries/changes.mutations";
import { draftKeys } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import { type EntryVersion, lockOwnEntry } from "@/lib/entries/locked.queries";
import { canSetKeepers } from "@/lib/entries/policy";
import { readStored } from "@/lib/entries/stored-entry";
import { submitEntry } from "@/lib/entries/verbs.mutations";
import { COOPERATION, type CooperationContent } from "./cooperation";
import { COOPERATION_VERBS } from "./noun.queries";
import { type PartyInput, readRoles, requireParties } from "./parties.queries";
import { canSayWhoActs } from "./policy";
import { searchColumns } from "./search-text";

type Written = Partial<CooperationContent> & Pick<CooperationContent, "originalLocale">;

/**
 * Begins an agreement between `parties`, as a draft. Gives its address. Throws `notFound` for whoever manages none at all,
 * and on `lyon` or `china` `required`, `partyTwice`, `noneOfYours`.
 */
export async function startCooperation(
  tx: Transaction,
  viewer: Viewer,
  input: { content: Written; parties: readonly PartyInput[] },
): Promise<{ id: string; slug: string }> {
  requireParties(input.parties);
  authorize(canDraftFor(viewer, await readRoles(tx, viewer, input.parties)));
  const { id, slug } = draftKeys();
  const content = readStored(COOPERATION, input.content);
  await insertEntry(tx, "cooperation", {
    ...content,
    ...searchColumns(content),
    id,
    slug,
  });
  await putParties(tx, id, input.parties);
  const entry = await lockOwnEntry(tx, viewer, "cooperation", { id, version: 1 });
  await changeEntry(tx, viewer, entry, {}, entryEvent(entry, "drafted"));
  return { id, slug };
}

/**
 * Says who the parties are. Throws `notFound`, `conflict`, `moveNotAllowed`, and on `lyon` or `china` `required`,
 * `partyTwice`, `noneOfYours`.
 */
export async function setParties(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & { parties: readonly PartyInput[] },
): Promise<{ slug: string }> {
  const entry = await lockOwnEntry(tx, viewer, "cooperation", input);
  authorize(canSetKeepers(viewer, entry), "moveNotAllowed");
  requireParties(input.parties);
  // Whoever leaves themselves out could not come back.
  authorize(canDraftFor(viewer, await readRoles(tx, viewer, input.parties)));
  await putParties(tx, entry.id, input.parties);
  await changeEntry(tx, viewer, entry, {}, entryEvent(entry, "parties-set"));
  return entry;
}

/** Says whose the next act is: a party's, or the club's (null). Throws as `setParties`. */
export async function sayWhoActs(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & { organisationId: string | null },
): Promise<{ slug: string }> {
  const entry = await lockOwnEntry(tx, viewer, "cooperation", input);
  authorize(canSayWhoActs(viewer, entry), "moveNotAllowed");
  const { cooperationId, organisationId } = cooperationParties;
  const isIts = eq(cooperationId, entry.id);
  await tx.update(cooperationParties).set({ isToAct: false }).where(isIts);
  if (input.organisationId) {
    const named = await tx
      .update(cooperationParties)
      .set({ isToAct: true })
      .where(and(isIts, eq(organisationId, input.organisationId)))
      .returning({ organisationId });
    authorize(named.length === 1);
  }
  await changeEntry(tx, viewer, entry, {}, entryEvent(entry, "act-assigned"));
  return entry;
}

/**
 * Hands an agreement in; an administrator's is online at once. Throws as `setParties`, and on the field `required`, `notChosen`,
 * `originalNeeded`, `endsBeforeSigned`, `renewedBeforeSigned`.
 */
export const submitCooperation = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  submitEntry(tx, viewer, COOPERATION_VERBS, input);

/** Those who were named keep whose turn it is. */
async function putParties(
  tx: Transaction,
  id: string,
  parties: readonly PartyInput[],
): Promise<void> {
  const { cooperationId, organisationId, isToAct } = cooperationParties;
  const isIts = eq(cooperationId, id);
  const acting = await tx
    .select({ organisationId })
    .from(cooperationParties)
    .where(and(isIts, isToAct));
  await tx.delete(cooperationParties).where(isIts);
  const toAct = new Set(acting.map((one) => one.organisationId));
  await tx.insert(cooperationParties).values(
    parties.map((party) => ({
      ...party,
      cooperationId: id,
      isToAct: toAct.has(party.organisationId),
    })),
  );
}
