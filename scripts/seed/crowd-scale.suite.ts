import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, workAsOwner } from "@/db/client";
import { findSaying } from "@/lib/directory/crowd.queries";
import { coarsenEntries } from "@/lib/entries/shown.mutations";
import { coarsenInterests } from "@/lib/interests/shown.mutations";
import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { readClub, readUnnamedOwners, readUnnamedSenders } from "./crowd-readers";
import { reportCrowd } from "./crowd-report";
import { filledClub, SIZE } from "./filled-club";
import { openWeighed } from "./weigh-reads";

/** So many of its projects are online, half of them without their owner's name, each with an interest. */
const ONLINE = 80;

beforeAll(() => {
  const { env } = filledClub();
  Object.assign(process.env, env);
  workAsOwner(120_000);
});

afterAll(closeDatabase);

test.each([
  { sectors: ["energy"], cities: ["huzhou"] },
  { sectors: ["energy", "textile"], cities: ["shanghai", "guangzhou"] },
  { sectors: [], cities: [] },
])("what may be said of %j is found without reading the directory", async (field) => {
  const { sql, db, weigh } = openWeighed(filledClub().env.DATABASE_OWNER_URL ?? "");
  const { buffers } = await weigh(() => findSaying(db, field));
  await sql.end();
  expect(buffers).toBeLessThanOrEqual(400);
});

test(`nobody of ${SIZE.members} who is not named can be told from four others`, async () => {
  await hideOwners();
  const started = performance.now();
  const done = [await coarsenEntries(PROJECT_VERBS), await coarsenInterests()];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.info(`nightly: ${done.map((one) => one.coarsened).join(" + ")} rows in ${seconds} s`);
  expect(done.map((one) => one.failed)).toEqual([0, 0]);
  const club = await readClub();
  expect(club.length).toBe(SIZE.members);
  const unnamed = [...(await readUnnamedOwners(club)), ...(await readUnnamedSenders(club))];
  expect(unnamed.length).toBeGreaterThan(150);
  expect(reportCrowd(`${SIZE.members} members`, club, unnamed)).toBeGreaterThanOrEqual(5);
}, 300_000);

async function hideOwners(): Promise<void> {
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    await owner`update entries set moderation = 'withdrawn'
      where kind = 'project' and split_part(slug, '-', 2)::int > ${ONLINE}`;
    await owner`update entries set owner_level = 'contacts'
      where moderation = 'published' and split_part(slug, '-', 2)::int % 2 = 0`;
    await owner`insert into interests
      (project_id, received_by, member_id, locale, cooperation, unclear, about)
      select p.id, p.owner_id, m.id, 'fr', 'a', 'b', 'c' from entries p
      join members m on m.slug = 'scale-' || (1 + split_part(p.slug, '-', 2)::int * 7)
      where p.moderation = 'published'`;
  } finally {
    await owner.end();
  }
}
