import "server-only";
import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { organisations } from "@/db/schema/organisations";
import { sharePictures } from "@/db/schema/share-pictures";
import { authorize } from "@/lib/core/errors";
import { record, type Tell } from "@/lib/core/events/record";
import { queueJob } from "@/lib/core/mail/queue-job";
import { removeWaitingLetters } from "@/lib/core/mail/waiting-letters";
import { listSeatedAt } from "@/lib/events/seats.queries";
import { endInterests } from "@/lib/interests/ending.mutations";
import { offerProject } from "@/lib/rooms/offers.mutations";
import { type Actor, canSignIn } from "@/lib/sessions/policy";
import { leaveProjects } from "./erased-projects.mutations";
import { keepingAnAdministrator } from "./last-administrator";
import { erasureStatements } from "./personal-data";
import { canEraseAccount } from "./policy";
import { lockStatements } from "./shared.personal-data";
import { bearsTraces, type Traces } from "./traces";
import { listLoneOrganisations, readTold, readTraces } from "./traces.queries";

/**
 * Takes a person out of the database. Their own words and rows go as the map of personal data says. What others hang on
 * stays, without a name or word of theirs, as of a former member: projects (those with a room go offline, keep their text
 * for its people and are offered to one of them), interests and questions that were answered. What waits in their
 * projects is ended and its senders told; their places at events come free. An organisation they were alone in goes, or loses its name where others hang
 * on it. What a moderator wrote in a decision or to an applicant is the club's and stays. Erased once, nothing is done a
 * second time. Gives by what letters on disk are found; those files are
 * `eraseForGood`'s. Throws `notFound`, and `lastAdministrator`.
 */
export async function eraseAccount(
  tx: Transaction,
  actor: Actor,
  input: { accountId: string },
  tell?: Tell,
): Promise<Traces> {
  const { accountId } = input;
  authorize(canEraseAccount(actor, accountId));
  // Whoever writes in what is theirs has written, or waits and then finds it gone.
  for (const statement of lockStatements(accountId)) await tx.execute(statement);
  if (await wasErased(tx, accountId)) return { names: [], words: [] };
  const traces = await readTraces(tx, accountId);
  const told = await readTold(tx, accountId);
  const alone = await listLoneOrganisations(tx, accountId);
  await removeWaitingLetters(tx, ({ told: texts }) => bearsTraces(texts, traces));
  const { kept, shared } = await leaveProjects(tx, actor, input);
  const seated = await listSeatedAt(tx, accountId);
  const { blanking, removing } = erasureStatements(accountId);
  for (const statement of blanking) await tx.execute(statement);
  for (const projectId of shared) await endInterests(tx, null, { projectId, wasOnline: false });
  await keepingAnAdministrator(async () => {
    for (const statement of removing) await tx.execute(statement);
  });
  for (const room of kept) await offerProject(tx, room);
  // By the worker: an event is held before its registrations, and those of the account are gone by now.
  for (const { eventId, seats } of seated) {
    await queueJob(tx, "settle-event", { eventId, erased: seats });
  }
  await removeOrganisations(tx, alone);
  await tx.execute(sql`select search.fold_counts()`);
  const still = await readTold(tx, accountId);
  await emptyNotices(tx, {
    texts: [...told.keys, ...traces.names, ...traces.words, ...without(told.titles, still.titles)],
    pages: [
      ...alone.map(({ slug }) => `organisations/${slug}`),
      ...without(told.pages, still.pages),
    ],
  });
  const event = { name: "account.erased", subjectType: "account", subjectId: accountId } as const;
  await record(tx, actor === "portal" ? null : actor, event, { tell });
  return traces;
}

async function wasErased(tx: Transaction, accountId: string): Promise<boolean> {
  const [account] = await tx
    .select({ email: accounts.email })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return account !== undefined && !canSignIn(account);
}

const without = (all: readonly string[], some: readonly string[]) =>
  all.filter((one) => !some.includes(one));

/** Notices to others keep what happened, and lose what says one of these texts, as it was written, and the ways to these pages. */
async function emptyNotices(
  tx: Transaction,
  { texts, pages }: Record<"texts" | "pages", readonly string[]>,
): Promise<void> {
  const among = (list: readonly string[]) =>
    sql`(select jsonb_array_elements_text(${JSON.stringify(list)}::jsonb))`;
  const isLost = (value: SQL) => sql`exists (
    select from jsonb_path_query(${value}, 'strict $.**') part where part #>> '{}' in ${among(texts)})`;
  await tx.execute(sql`update notices set data = (
      select jsonb_object_agg(key, case when ${isLost(sql`value`)} then '""'::jsonb else value end)
      from jsonb_each(data)) where ${isLost(sql`data`)}`);
  await tx.execute(sql`update notices set data = data - 'to'
    where substring(data ->> 'to' from '^/([^/]+/[^/?#]+)') in ${among(pages)}`);
}

async function removeOrganisations(
  tx: Transaction,
  alone: readonly { id: string; slug: string }[],
): Promise<void> {
  if (alone.length === 0) return;
  const ids = alone.map(({ id }) => id);
  const slugs = sql.join(
    alone.map(({ slug }) => sql`${slug}`),
    sql`, `,
  );
  await tx.execute(sql`update audit_events set data = data - 'organisation'
    where data ->> 'organisation' in (${slugs})`);
  await tx.delete(sharePictures).where(inArray(sharePictures.organisationId, ids));
  const isNeeded = sql`(exists (select from activities where organisation_id = ${organisations.id})
    or exists (select from affiliation_requests where organisation_id = ${organisations.id})
    or exists (select from organisation_invitations where organisation_id = ${organisations.id})
    or exists (select from cooperation_parties where organisation_id = ${organisations.id})
    or exists (select from interests where organisation_id = ${organisations.id})
    or exists (select from applications where organisation_id = ${organisations.id}))`;
  await tx
    .update(organisations)
    .set({
      slug: sql`'former-' || ${organisations.id}`,
      name: FORMER,
      description: {},
      stale: {},
      visibility: "self",
      ...NOTHING,
    })
    .where(inArray(organisations.id, ids));
  const removed = await tx
    .delete(organisations)
    .where(sql`${inArray(organisations.id, ids)} and not ${isNeeded}`)
    .returning({ id: organisations.id });
  for (const { id: subjectId } of removed) {
    await record(tx, null, {
      name: "organisation.removed",
      subjectType: "organisation",
      subjectId,
    });
  }
}

const FORMER = { fr: "Ancienne organisation", en: "Former organisation", zh: "已注销的机构" };

const NOTHING = {
  logoId: null,
  size: null,
  place: null,
  founded: null,
  website: null,
  siren: null,
  siret: null,
  vat: null,
  uscc: null,
  parentUscc: null,
  sites: [],
  sectors: [],
  nameKeys: [],
  searchText: "",
  sortLatin: "",
  sortPinyin: "",
};
