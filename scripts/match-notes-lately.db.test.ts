import { eq, type SQL, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { matchNotes } from "@/db/schema/matching";
import { WORDS_VERSION } from "@/lib/matching/noted-words";
import { cookieOf } from "./inputs/portal-clients";
import { noteMatches } from "./match-notes";

workAsOwner(20_000);

afterAll(closeDatabase);

/** A sector and a city that no other suite uses together. */
const FITS = { sectors: ["rail-aerospace"], cities: ["haikou"] };
const [LONG_AGO, LAST_WEEK] = [new Date("2020-01-01"), sql`now() - interval '8 days'`];

const run = (statement: SQL) => query((db) => db.execute(statement));
const noteLately = () => noteMatches(20, { lately: true });

const join = () =>
  transaction((tx) =>
    makeMember(tx, { ...FITS, offers: { fr: "Un atelier de dorure." }, updatedAt: LONG_AGO }),
  );

async function publish(owner: { memberId: string }) {
  const texts = { sought: { fr: "Un menuisier de manège." } };
  const made = await transaction((tx) =>
    makeProject(tx, owner.memberId, { ...FITS, ...texts, moderation: "published" }),
  );
  await run(sql`update entries set updated_at = ${LONG_AGO.toISOString()} where id = ${made.id}`);
  return made;
}

async function foundFor(column: "memberId" | "projectId", id: string) {
  const [row] = await query((db) =>
    db.select({ found: matchNotes.found }).from(matchNotes).where(eq(matchNotes[column], id)),
  );
  return row?.found ?? null;
}

/** As if all that others have made were noted, with nothing found. */
const settle = () =>
  run(sql`update match_notes set noted_changes = changes, version = ${WORDS_VERSION}, noted_at = now(),
    found = coalesce(found, '{}')`);

test("each minute finds what has changed and who has signed in, and leaves to the hour what is only old", async () => {
  await settle();
  const [changed, away, old] = [await join(), await join(), await join()];
  const [theirs, other] = [await publish(away), await publish(changed)];
  await cookieOf(old.accountId);
  await noteMatches(20);
  await run(sql`update sessions set created_at = ${LAST_WEEK}`);
  await run(
    sql`update match_notes set noted_at = ${LAST_WEEK} where member_id in (${old.memberId}, ${away.memberId})`,
  );
  expect(await noteLately()).toBe(0);
  expect(await foundFor("memberId", away.memberId)).toBeNull();

  await cookieOf(away.accountId);
  expect(await noteLately()).toBe(2);
  expect(await foundFor("memberId", away.memberId)).toContain(other.id);
  expect(await foundFor("projectId", theirs.id)).toContain(changed.memberId);

  const needs = { fr: "De la dorure." };
  await run(
    sql`update members set needs = ${JSON.stringify(needs)}, updated_at = now() where id = ${changed.memberId}`,
  );
  expect(await noteLately()).toBe(1);
  expect(await foundFor("memberId", changed.memberId)).toContain(theirs.id);
  expect(await noteLately()).toBe(0);
  expect(await noteMatches(20)).toBe(2);
  expect(await noteMatches(20)).toBe(0);
});
