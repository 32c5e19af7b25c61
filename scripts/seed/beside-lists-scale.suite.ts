import { afterAll, beforeAll, expect, test } from "vitest";
import type { Read } from "@/db/together";
import { listGoBetweens } from "@/lib/introductions/passing.queries";
import { findMatchedProject } from "@/lib/matching/candidates.queries";
import { listOrganisationMatches } from "@/lib/matching/organisations.queries";
import { listSimilarProjects } from "@/lib/projects/similar.queries";
import { filledClub, SIZE } from "./filled-club";
import { readMember } from "./large-club";
import { openWeighed } from "./weigh-reads";

let { sql, db, weigh } = {} as ReturnType<typeof openWeighed>;

beforeAll(() => {
  ({ sql, db, weigh } = openWeighed(filledClub().env.DATABASE_OWNER_URL));
});

afterAll(() => sql.end());

const read: Read = async (run) => run(db);

test(`what is like a draft is found without reading ${SIZE.projects} projects`, async () => {
  const viewer = await readMember(sql, 60);
  const [project] = await sql`
    select title ->> 'fr' as title, teaser ->> 'fr' as teaser from entries where slug = 'scale-12'`;
  const { title, teaser } = project ?? {};
  const asked = { text: `${title} ${teaser}`, sectors: ["energy"], except: "scale-12" };
  await sql`begin`;
  const list = await listSimilarProjects(viewer, asked, "fr", read);
  const [compared] = await sql`
    select seq_tup_read + idx_tup_fetch as many from pg_stat_xact_user_tables where relname = 'entries'`;
  await sql`rollback`;
  // The same words were given to many.
  expect(list.map((one) => one.title)).toEqual([title, title, title]);
  expect(list.map(({ slug }) => slug)).not.toContain("scale-12");
  expect(Number(compared?.many)).toBeLessThanOrEqual(110);
  const { buffers } = await weigh(() => listSimilarProjects(viewer, asked, "fr", read));
  expect(buffers).toBeLessThanOrEqual(4_500);
});

test(`organisations that fit a project are found without looking through ${SIZE.members} members`, async () => {
  const owner = await readMember(sql, 60);
  const project = await findMatchedProject(db, owner, "scale-12");
  if (!project) throw new Error("no project");
  const { list, buffers } = await weigh(() =>
    listOrganisationMatches(owner, project, "fr", 8, read),
  );
  expect(list).toHaveLength(8);
  expect(buffers).toBeLessThanOrEqual(7_000);
});

test("who may introduce to somebody is found among their colleagues alone, also where nobody does", async () => {
  const [viewer, asked] = [await readMember(sql, 1), await readMember(sql, 2)];
  const { memberId } = viewer;
  if (!memberId || !asked.memberId) throw new Error("not members");
  const reader = { ...viewer, memberId };
  const list = (askedId = asked.memberId ?? "") =>
    weigh(() => listGoBetweens(reader, askedId, read));
  const before = await list();
  await sql`begin`;
  await sql`update members set may_introduce = true where split_part(slug, '-', 2)::int % 4000 in (1, 2)`;
  await sql`analyze members`;
  const after = await list();
  await sql`rollback`;
  const theirs =
    await sql`select own.member_id from affiliations own join affiliations his using (organisation_id)
    where his.member_id = ${asked.memberId} and own.member_id <> ${asked.memberId}`;
  const found = after.list.map((one) => one.memberId);
  expect(before.list).toEqual([]);
  expect(found.sort()).toEqual(theirs.map((one) => one.member_id).sort());
  expect(Math.max(before.buffers, after.buffers)).toBeLessThanOrEqual(200);
});
