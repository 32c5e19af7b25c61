import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAsk } from "@/db/ask-factory";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import type { Visibility } from "@/db/enums";
import { makeExperience } from "@/db/experience-factory";
import { makeActivity, makeMember, makeOrganisation, makeProject } from "@/db/factories";
import { makeHeritage } from "@/db/heritage-factory";
import { save, setStatus } from "@/db/line-changes";
import { listFaults } from "@/db/line-faults";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { type SearchKind, searchLines } from "@/db/schema/search";

// Lines are refreshed by triggers, or by the owner of the tables.
workAsOwner(20_000);

afterAll(closeDatabase);

const made = {} as Record<SearchKind, string>;

beforeAll(async () => {
  await transaction(async (tx) => {
    const { memberId } = await makeMember(tx);
    const { id: organisationId } = await makeOrganisation(tx, { visibility: "public" });
    const project = await makeProject(tx, memberId, { moderation: "published" });
    const experience = await makeExperience(tx, memberId, {
      moderation: "published",
      teaser: { fr: "Une filiale vendue." },
    });
    const activity = await makeActivity(tx, memberId, { organisationId, visibility: "public" });
    const chinese = await makeOrganisation(tx, { country: "cn" });
    const online = { moderation: "published" } as const;
    const agreement = await makeCooperation(tx, [organisationId, chinese.id], online);
    const item = await makeHeritage(tx, online);
    Object.assign(made, { member: memberId, organisation: organisationId });
    const ask = await makeAsk(tx, memberId, online);
    Object.assign(made, { cooperation: agreement.id, heritage: item.id, ask: ask.id });
    Object.assign(made, { project: project.id, experience: experience.id, activity: activity.id });
  });
  // Counted, they are so small that reading all of one is cheapest: the plan would be kept until they are counted again.
  await query((db) =>
    db.execute(
      sql`analyze accounts, activities, asks, consents, cooperation_parties, cooperations, entries, experiences, heritage, members,
        organisations, projects`,
    ),
  );
});

/** How often each table has been read whole on this connection. */
async function readWhole(tx: Transaction): Promise<Map<string, number>> {
  const rows = await tx.execute<{ name: string; times: number }>(sql`
    select relname as name, seq_scan::int as times from pg_stat_xact_user_tables
    where relname not in ('search_counts', 'public_epoch')`);
  return new Map(rows.map(({ name, times }) => [name, times]));
}

/** How a refresh comes by what it does, planned while nothing is known of how many it will be. */
async function planOf(tx: Transaction, kind: SearchKind): Promise<string> {
  const [{ text = "" } = {}] = await tx.execute<{ text: string }>(sql`
    select substring(prosrc from 'WITH due.*excluded') as text from pg_proc where proname = ${`refresh_${kind}_lines`}`);
  await tx.execute(sql`set local plan_cache_mode = force_generic_plan`);
  // What is joined without either is joined by comparing each with all.
  await tx.execute(sql`set local enable_hashjoin = off`);
  await tx.execute(sql`set local enable_mergejoin = off`);
  await tx.execute(sql.raw(`prepare refreshed(uuid[]) as ${text.replace(/\bids\b/g, "$1")}`));
  const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain execute refreshed(null)`);
  await tx.execute(sql`deallocate refreshed`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

/** The tables that a refresh of so many reads whole, and how many lines it makes of the one that there is. */
async function refresh(kind: SearchKind, count: number) {
  const ids = [...Array.from({ length: count - 1 }, () => randomUUID()), made[kind]].join(" ");
  const isOfIt = and(eq(searchLines.kind, kind), eq(searchLines.subjectId, made[kind]));
  return transaction(async (tx) => {
    await tx.execute(sql`discard plans`);
    await tx.delete(searchLines).where(isOfIt);
    const before = await readWhole(tx);
    await tx.execute(sql`
      select search.${sql.identifier(`refresh_${kind}_lines`)}(string_to_array(${ids}, ' ')::uuid[])`);
    const after = await readWhole(tx);
    const read = [...after].filter(([name, times]) => times > (before.get(name) ?? 0));
    return { read: read.map(([name]) => name), lines: await tx.$count(searchLines, isOfIt) };
  });
}

const AUDIENCES: Record<SearchKind, number> = {
  ...{ member: 2, organisation: 4, project: 2, experience: 2, activity: 3 },
  ...{ cooperation: 4, heritage: 1, ask: 1 },
};
const KINDS = Object.keys(AUDIENCES) as SearchKind[];

describe.each(KINDS)("the lines of each %s that is refreshed", (kind) => {
  test.each([1, 24, 3000])("are read by its key, however few there are: of %s", async (count) => {
    expect(await refresh(kind, count)).toEqual({ read: [], lines: AUDIENCES[kind] });
  });

  test("are looked up among what is due, not each compared with all", async () => {
    const plan = await transaction((tx) => planOf(tx, kind));
    expect(plan).toContain("CTE gone");
    expect(plan).not.toContain("Anti Join");
  });

  test("are written once, however often it is named", async () => {
    const twice = sql`array[${made[kind]}, ${made[kind]}]::uuid[]`;
    await query((db) =>
      db.execute(sql`select search.${sql.identifier(`refresh_${kind}_lines`)}(${twice})`),
    );
    expect(await listFaults(kind)).toEqual([]);
  });
});

test.each(["project", "experience", "ask"] as const)(
  "a %s handed to somebody whose account is being closed is listed no more",
  async (kind) => {
    const { memberId, accountId } = await transaction((tx) => makeMember(tx));
    const hand = (tx: Transaction) =>
      tx.update(entries).set({ ownerId: memberId }).where(eq(entries.id, made[kind]));
    const handing = save(hand, () => sleep(200));
    await sleep(100);
    await Promise.all([handing, save(setStatus(accountId, "suspended"))]);
    expect(await listFaults(kind)).toEqual([]);
  },
);

/** What a change of where a member's organisation is seen makes out anew: of the organisation's lines, and of their activities. */
async function madeOutAnew(before: Visibility | undefined, after: Visibility) {
  const kept: Record<string, Visibility> = before ? { organisation: before } : {};
  const { memberId, id } = await transaction(async (tx) => {
    const made = await makeMember(tx, { visibility: kept });
    const place = await makeOrganisation(tx, { visibility: "public" });
    await makeActivity(tx, made.memberId, { organisationId: place.id, visibility: "public" });
    return { memberId: made.memberId, id: place.id };
  });
  return transaction(async (tx) => {
    // Whatever is made out anew is held meanwhile (xmax); what waits for the end of the transaction is noted.
    const look = async () => {
      const [row] = await tx.execute<{ held: string; noted: number }>(sql`
        select xmax::text as held, (select count(*)::int from search.line_changes) as noted from organisations where id = ${id}`);
      return row;
    };
    const first = await look();
    const visibility = { ...kept, organisation: after };
    await tx.update(members).set({ visibility }).where(eq(members.id, memberId));
    const then = await look();
    return { organisation: then?.held !== first?.held, activities: then?.noted !== first?.noted };
  });
}

test("who says that all members see their organisation, as while they had not said, changes no line of others", async () => {
  expect(await madeOutAnew(undefined, "members")).toEqual({
    organisation: false,
    activities: false,
  });
  expect(await madeOutAnew(undefined, "team")).toEqual({ organisation: true, activities: true });
  expect(await madeOutAnew("team", "members")).toEqual({ organisation: true, activities: true });
});
