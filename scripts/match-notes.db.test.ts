import { setTimeout as sleep } from "node:timers/promises";
import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { beside, closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import {
  makeActivity,
  makeInterest,
  makeMember,
  makeOrganisation,
  makeProject,
} from "@/db/factories";
import { matchNotes } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import { eraseAccount } from "@/lib/accounts/erasure.mutations";
import { getMatchedProject, listCandidates } from "@/lib/matching/candidates.queries";
import { tellingWords } from "@/lib/matching/matching-words";
import { noteWords, WORDS_VERSION } from "@/lib/matching/noted-words";
import { listMatches } from "@/lib/matching/queries";
import { soughtTexts } from "@/lib/matching/sought-texts";
import { cookieOf } from "./inputs/portal-clients";
import { noteMatches } from "./match-notes";

workAsOwner(20_000);

afterAll(closeDatabase);

type Member = Awaited<ReturnType<typeof makeMember>>;
type Project = Awaited<ReturnType<typeof makeProject>>;

/** A sector and a city that no other suite uses together. */
const FITS = { sectors: ["audiovisual-media"], cities: ["lanzhou"] };
const TEXTS = {
  teaser: { fr: "Un carrousel à Lanzhou." },
  sought: { fr: "Un menuisier de manège.", en: "A carpenter." },
  offered: { fr: "Un atelier de dorure." },
};

let owner: Member;
let reader: Member;
let project: Project;

const run = (statement: SQL) => query((db) => db.execute(statement));

const make = (values: Parameters<typeof makeProject>[2] = {}) =>
  transaction((tx) =>
    makeProject(tx, owner.memberId, { ...FITS, ...TEXTS, moderation: "published", ...values }),
  );

const join = (values: Parameters<typeof makeMember>[1] = {}, isSignedIn = true) =>
  transaction(async (tx) => {
    const made = await makeMember(tx, {
      ...FITS,
      offers: { fr: "Menuisier de manège." },
      ...values,
    });
    if (isSignedIn) await cookieOf(made.accountId, tx);
    return made;
  });

/** As if all that others have made were noted, with nothing found. */
const settle = () =>
  run(sql`update match_notes set noted_changes = changes, version = ${WORDS_VERSION}, noted_at = now(),
    found = coalesce(found, '{}')`);

beforeEach(async () => {
  await settle();
  owner = await join({ sectors: [], cities: [] });
  reader = await join();
  project = await make();
});

async function noteOf(id: string) {
  const [row] = await query((db) =>
    db
      .select({
        words: matchNotes.words,
        found: matchNotes.found,
        isDue: sql<boolean>`${matchNotes.changes} <> ${matchNotes.notedChanges}`,
      })
      .from(matchNotes)
      .where(sql`${id} in (${matchNotes.memberId}, ${matchNotes.projectId})`),
  );
  return row;
}

const matches = async (viewer = reader) =>
  (await listMatches(viewer, "fr", 24)).map((one) => ({ ...one, project: one.project.slug }));

async function candidates() {
  const own = await getMatchedProject(owner, project.slug);
  return own
    ? (await listCandidates(owner, own, "fr", 24)).map(({ id, match }) => ({ id, match }))
    : [];
}

test("what is noted gives what was found without: the same people, projects, scores and reasons", async () => {
  const [other, hidden] = [await join({ needs: { fr: "De la dorure." } }), await join()];
  await run(
    sql`update members set visibility = '{"offers": "self"}' where id = ${hidden.memberId}`,
  );
  await transaction((tx) => makeActivity(tx, other.memberId, { ...FITS, since: 2015 }));
  await make({ textLevel: "contacts" });
  const before = [await matches(), await matches(other), await candidates()];
  expect(await noteMatches(20)).toBeGreaterThan(0);
  expect(await noteMatches(20)).toBe(0);
  expect((await noteOf(reader.memberId))?.found).toContain(project.id);
  expect((await noteOf(project.id))?.found).toContain(hidden.memberId);
  expect([await matches(), await matches(other), await candidates()]).toEqual(before);
});

test("words are noted by who reads them: the full text's apart from the teaser's, none of a draft", async () => {
  const draft = await make({ moderation: "draft" });
  await noteMatches(20);
  const [open, shown] = [soughtTexts(TEXTS), soughtTexts({ teaser: TEXTS.teaser })];
  expect((await noteOf(project.id))?.words).toEqual({
    openSought: noteWords(open.sought),
    openCalled: noteWords(open.called),
    openOffered: noteWords(open.offered),
    shownSought: noteWords(shown.sought),
    shownCalled: noteWords(shown.called),
    shownOffered: noteWords(shown.offered),
  });
  const offers = noteWords(tellingWords({ fr: "Menuisier de manège." }));
  expect((await noteOf(reader.memberId))?.words).toEqual({ offers, needs: {} });
  expect(await noteOf(draft.id)).toMatchObject({ found: [], isDue: false });
  expect(Object.keys((await noteOf(draft.id))?.words ?? {})).toEqual([]);
});

test.each([
  ["members", 'offers = \'{"fr": "Tout autre chose."}\''],
  ["members", 'needs = \'{"zh": "另一件事"}\''],
  ["projects", 'sought = \'{"fr": "Tout autre chose."}\''],
  ["projects", "offered = '{}'"],
  ["projects", 'advantages = \'{"fr": "Tout autre chose."}\''],
  ["projects", 'partner_task = \'{"fr": "Tout autre chose."}\''],
  ["entries", 'teaser = \'{"fr": "Tout autre chose."}\''],
  ["entries", "text_level = 'contacts'"],
])("a changed text takes its words along, whoever changes it: %s set %s", async (table, change) => {
  const id = table === "members" ? reader.memberId : project.id;
  await noteMatches(20);
  const statement = `update ${table} set ${change} where id = '${id}'`;
  await run(sql.raw(statement));
  expect(await noteOf(id)).toMatchObject({ isDue: true });
  expect(Object.keys((await noteOf(id))?.words ?? {})).toEqual([]);
  const before = [await matches(), await candidates()];
  await noteMatches(20);
  expect([await matches(), await candidates()]).toEqual(before);
  await run(sql.raw(statement));
  expect(await noteOf(id)).toMatchObject({ isDue: false });
});

test.each<[string, () => Promise<unknown>]>([
  [
    "sectors",
    () => run(sql`update members set sectors = '{energy}' where id = ${reader.memberId}`),
  ],
  ["a new activity", () => transaction((tx) => makeActivity(tx, reader.memberId))],
  ["an organisation", () => transaction((tx) => makeOrganisation(tx, {}, [reader]))],
])("what a member changes is looked at anew at once: %s", async (_what, change) => {
  await noteMatches(20);
  await change();
  const before = await matches();
  expect(await noteOf(reader.memberId)).toMatchObject({ isDue: true });
  await noteMatches(20);
  expect(await matches()).toEqual(before);
});

test("whoever is new comes to the others, without their being looked at anew", async () => {
  await noteMatches(20);
  const [newer, newcomer] = [await make(), await join()];
  await noteMatches(20);
  expect((await noteOf(reader.memberId))?.found).toContain(newer.id);
  expect((await noteOf(project.id))?.found).toContain(newcomer.memberId);
  expect((await matches()).map(({ project: slug }) => slug)).toContain(newer.slug);
  expect((await candidates()).map(({ id }) => id)).toContain(newcomer.memberId);
});

test.each<[string, () => Promise<unknown>]>([
  [
    "withdrawn",
    () => run(sql`update entries set moderation = 'withdrawn' where id = ${project.id}`),
  ],
  ["taken down", () => run(sql`update entries set hidden_at = now() where id = ${project.id}`)],
  ["on hold", () => run(sql`update projects set progress = 'on-hold' where id = ${project.id}`)],
  [
    "past its deadline",
    () => run(sql`update projects set deadline = '2020-01-01' where id = ${project.id}`),
  ],
  [
    "of one who left",
    () => run(sql`update accounts set status = 'suspended' where id = ${owner.accountId}`),
  ],
])("a noted project that is %s is suggested no more, at once", async (_what, change) => {
  await noteMatches(20);
  expect((await matches()).map(({ project: slug }) => slug)).toContain(project.slug);
  await change();
  expect((await matches()).map(({ project: slug }) => slug)).not.toContain(project.slug);
});

test.each<[string, () => Promise<unknown>]>([
  [
    "hides what fits",
    () =>
      run(
        sql`update members set visibility = '{"sectors": "self", "cities": "self"}' where id = ${reader.memberId}`,
      ),
  ],
  [
    "leaves the directory",
    () => run(sql`update consents set withdrawn_at = now() where account_id = ${reader.accountId}`),
  ],
  [
    "is suspended",
    () => run(sql`update accounts set status = 'suspended' where id = ${reader.accountId}`),
  ],
])("a noted member who %s is suggested no more, at once", async (_what, change) => {
  await noteMatches(20);
  expect((await candidates()).map(({ id }) => id)).toContain(reader.memberId);
  await change();
  expect((await candidates()).map(({ id }) => id)).not.toContain(reader.memberId);
});

test("words of another version are found anew, and so is all after a week", async () => {
  await noteMatches(20);
  const ids = [reader.memberId, owner.memberId];
  const before = await matches();
  const isOne = inArray(matchNotes.memberId, ids);
  await query((db) =>
    db
      .update(matchNotes)
      .set({ version: "0", words: { offers: { fr: "menuisi" } } })
      .where(isOne),
  );
  expect(await matches()).toEqual(before);
  expect(await noteMatches(20)).toBe(2);
  const weekAgo = sql`now() - interval '8 days'`;
  await query((db) => db.update(matchNotes).set({ notedAt: weekAgo }).where(isOne));
  expect(await noteMatches(20)).toBe(2);
  expect(await matches()).toEqual(before);
});

test("the words of all come first, since what fits is looked for among those of others", async () => {
  await run(sql`create table watched (at serial, found uuid[])`);
  await run(sql`create rule watched as on update to match_notes where new.version is not null
    do also insert into watched (found) values (new.found)`);
  await noteMatches(20);
  const rows = await run(sql`select found is not null as has from watched order by at`);
  await run(sql`drop table watched cascade`);
  expect(rows.slice(0, 3).map(({ has }) => has)).toEqual([false, false, false]);
  expect(rows.slice(3).every(({ has }) => has)).toBe(true);
});

test("what changes while it is noted is noted anew", async () => {
  const offers = { fr: "Tout autre chose." };
  let noting: Promise<number> | undefined;
  await transaction(async (tx) => {
    await tx.update(members).set({ offers }).where(eq(members.id, reader.memberId));
    noting = beside(() => noteMatches(20));
    await sleep(500);
  });
  await noting;
  expect((await noteOf(reader.memberId))?.words).toMatchObject({
    offers: noteWords(tellingWords(offers)),
  });
});

test("what fits somebody who is signed in nowhere is looked for once they come", async () => {
  const away = await join({ updatedAt: new Date("2020-01-01") }, false);
  await noteMatches(20);
  expect(await noteOf(away.memberId)).toMatchObject({ found: null, isDue: false });
  expect(Object.keys((await noteOf(away.memberId))?.words ?? {})).toHaveLength(2);
  expect((await noteOf(project.id))?.found).toContain(away.memberId);
  const before = await matches(away);
  await cookieOf(away.accountId);
  expect(await noteMatches(20)).toBe(1);
  expect((await noteOf(away.memberId))?.found).toContain(project.id);
  expect(await matches(away)).toEqual(before);
});

test("whom an erasure took out, and what was theirs, stands in nobody's notes", async () => {
  const other = await join();
  await noteMatches(20);
  const isIn = async (id: string) =>
    (await run(sql`select from match_notes where ${id}::uuid = any(found)`)).length > 0;
  const kept = async () => [await isIn(reader.memberId), await isIn(project.id)];
  const others = (await noteOf(project.id))?.found?.filter((id) => id !== reader.memberId);
  expect(await kept()).toEqual([true, true]);
  await transaction((tx) => eraseAccount(tx, "portal", reader));
  expect(await kept()).toEqual([false, true]);
  expect((await noteOf(project.id))?.found).toEqual(others);
  await transaction((tx) => makeInterest(tx, project.id, other.memberId));
  await transaction((tx) => eraseAccount(tx, "portal", owner));
  expect(await kept()).toEqual([false, false]);
});
