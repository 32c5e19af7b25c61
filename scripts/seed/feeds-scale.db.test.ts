import { afterAll, beforeAll, expect, test } from "vitest";
import type { Read } from "@/db/together";
import { listNewestProjects, listSeekingProjects } from "@/lib/projects/listing.queries";
import { provideDatabase } from "../test-database.mjs";
import { fillClub } from "./large-club";
import { openWeighed } from "./weigh-reads";

let database: Awaited<ReturnType<typeof provideDatabase>>;
let { sql, db, weigh } = {} as ReturnType<typeof openWeighed>;

beforeAll(async () => {
  database = await provideDatabase();
  ({ sql, db, weigh } = openWeighed(database.env.DATABASE_OWNER_URL));
  await sql`begin`;
  await fillClub(sql, { members: 2000, organisations: 300, projects: 3000 });
  await sql`commit`;
  await sql`vacuum analyze members, accounts, entries, projects`;
}, 480_000);

afterAll(async () => {
  await sql.end();
  await database.remove();
}, 60_000);

const read: Read = async (run) => run(db);

test("a feed reads no more than it tells, whatever was hidden before that", async () => {
  const { list, buffers, statements } = await weigh(() => listNewestProjects(read));
  expect([list.length, statements]).toEqual([50, 1]);
  expect(buffers).toBeLessThanOrEqual(1_000);
  await sql`begin`;
  await sql`update entries set hidden_at = now() where id in (
    select id from entries order by published_at desc nulls last limit 500)`;
  const behind = await weigh(() => listNewestProjects(read));
  await sql`rollback`;
  expect(list.map(({ id }) => id)).not.toEqual(behind.list.map(({ id }) => id));
  expect(behind.buffers).toBeLessThanOrEqual(2_500);
});

test("of those that seek partners the front page reads the three it shows", async () => {
  const { list, buffers } = await weigh(() => listSeekingProjects(3, read));
  expect(list).toHaveLength(3);
  expect(buffers).toBeLessThanOrEqual(200);
});
