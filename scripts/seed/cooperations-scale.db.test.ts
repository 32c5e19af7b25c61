import { afterAll, beforeAll, expect, test } from "vitest";
import type { Read } from "@/db/together";
import { NO_FILTERS } from "@/lib/cooperations/cooperation-filters";
import { listCooperations } from "@/lib/cooperations/queries";
import { provideDatabase } from "../test-database.mjs";
import { fillClub } from "./large-club";
import { openWeighed } from "./weigh-reads";

let database: Awaited<ReturnType<typeof provideDatabase>>;
let { sql, db, weigh } = {} as ReturnType<typeof openWeighed>;

const COUNT = 2000;

beforeAll(async () => {
  database = await provideDatabase();
  ({ sql, db, weigh } = openWeighed(database.env.DATABASE_OWNER_URL));
  await sql`begin`;
  await fillClub(sql, { members: 200, organisations: 300, projects: 200 });
  await sql`insert into entries (kind, slug, moderation, original_locale, title, published_at)
    select 'cooperation', 'agreement-' || n, 'published', 'fr', '{"fr": "Accord"}', now()
    from generate_series(1, ${COUNT}::int) n`;
  await sql`insert into cooperations (id, agreement_kind, signed, subject)
    select id, 'training', (1988 + length(slug) % 30)::text, jsonb_build_object('fr', repeat('Trois thèses. ', 40))
    from entries where kind = 'cooperation'`;
  await sql`insert into cooperation_parties (cooperation_id, organisation_id, side)
    select e.id, o.id, case o.n when 1 then 'lyon' else 'china' end
    from entries e cross join (select id, row_number() over (order by id) n from organisations limit 2) o
    where e.kind = 'cooperation'`;
  await sql`commit`;
  await sql`vacuum analyze entries, cooperations, cooperation_parties, organisations`;
}, 240_000);

afterAll(async () => {
  await sql.end();
  await database.remove();
}, 60_000);

const read: Read = async (run) => run(db);

test("a page of agreements is read by two statements, and finds them in some hundred buffers", async () => {
  const { list, buffers, statements } = await weigh(() => listCooperations(null, NO_FILTERS, read));
  expect([list.lines.length, list.total, statements]).toEqual([50, COUNT, 2]);
  expect(buffers).toBeLessThanOrEqual(500);
});
