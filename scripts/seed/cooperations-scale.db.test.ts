import { afterAll, beforeAll, expect, test } from "vitest";
import { readCooperationFilters } from "@/lib/cooperations/cooperation-filters";
import { readCooperations } from "@/lib/cooperations/queries";
import { findSubjects } from "@/lib/moderation/take-down-subjects.queries";
import { buildIndexes } from "../indexes";
import { provideDatabase } from "../test-database.mjs";
import { fillClub, readMember } from "./large-club";
import { openWeighed } from "./weigh-reads";

let database: Awaited<ReturnType<typeof provideDatabase>>;
let { sql, db, weigh } = {} as ReturnType<typeof openWeighed>;

const COUNT = 3_000;

beforeAll(async () => {
  database = await provideDatabase();
  ({ sql, db, weigh } = openWeighed(database.env.DATABASE_OWNER_URL));
  await sql`begin`;
  await fillClub(sql, { members: 200, organisations: 300, projects: 200 });
  await sql`insert into entries (kind, slug, moderation, original_locale, title, search_public, published_at)
    select 'cooperation', 'agreement-' || n, 'published', 'fr', '{"fr": "Accord"}', ' accord theses n' || n || ' ', now()
    from generate_series(1, ${COUNT}::int) n`;
  await sql`insert into cooperations (id, agreement_kind, signed, ends, subject)
    select id, case when slug like '%7' then 'training' else 'university' end, (1988 + length(slug) % 30)::text,
      case when slug like '%77' then '2012' end, jsonb_build_object('fr', repeat('Trois thèses. ', 40))
    from entries where kind = 'cooperation'`;
  await sql`insert into cooperation_parties (cooperation_id, organisation_id, side)
    select e.id, o.id, side from (select id, row_number() over (order by id) n from entries where kind = 'cooperation') e
    join (select id, row_number() over (order by id) n from organisations) o on true
    cross join lateral (select case o.n when 1 + e.n % 90 then 'lyon' when 200 + e.n % 90 then 'china' end as side) stands
    where side is not null`;
  await sql`commit`;
  await buildIndexes(database.env.DATABASE_OWNER_URL);
  await sql`vacuum analyze search_lines, search_counts, entries, cooperations, cooperation_parties, organisations`;
}, 480_000);

afterAll(async () => {
  await sql.end();
  await database.remove();
}, 60_000);

test.each<[Record<string, string>, number]>([
  [{}, 500],
  [{ page: "2" }, 500],
  [{ page: "50" }, 2_000],
  [{ kind: "training" }, 2_000],
  [{ kind: "university" }, 2_000],
  [{ state: "ended" }, 2_000],
  [{ state: "running", kind: "training" }, 2_000],
  [{ q: "n4711" }, 2_000],
  [{ q: "theses" }, 5_000],
  [{ q: "thèses", kind: "training" }, 2_000],
  [{ q: "上海" }, 5_000],
  [{ q: "xyzzy" }, 5_000],
])(
  "a page of %j among thousands of agreements reads no more than it shows",
  async (asked, most) => {
    const { list, buffers, statements } = await weigh(() =>
      readCooperations(db, null, readCooperationFilters(asked)),
    );
    expect(buffers).toBeLessThanOrEqual(most);
    expect(statements).toBeLessThanOrEqual(2);
    expect(list.lines.length).toBe(Math.min(24, list.total));
  },
);

test("what few have is counted to the last", async () => {
  const { total } = await readCooperations(db, null, readCooperationFilters({ state: "ended" }));
  expect(total).toBe(COUNT / 100);
  const whole = await readCooperations(db, null, readCooperationFilters({}));
  expect([whole.total, whole.pageCount, whole.isCut]).toEqual([COUNT, 50, true]);
});

test("an agreement is found with who keeps it, without a look at every account", async () => {
  const [kept] = await sql<{ id: string; keeper: string }[]>`with one as (
      select p.cooperation_id as id, a.member_id, a.organisation_id
      from cooperation_parties p join affiliations a using (organisation_id) limit 1)
    update affiliations a set role = 'manager' from one, members m
    where (a.member_id, a.organisation_id) = (one.member_id, one.organisation_id) and m.id = a.member_id
    returning one.id, m.account_id as keeper`;
  const moderator = { ...(await readMember(sql, 1)), role: "moderator" as const };
  const { list, buffers } = await weigh(() =>
    findSubjects(db, moderator, "cooperation", [kept?.id ?? ""]),
  );
  expect(list[0]?.authors.map(({ accountId }) => accountId)).toEqual([kept?.keeper]);
  expect(buffers).toBeLessThanOrEqual(200);
});
