import { afterAll, beforeAll, expect, test } from "vitest";
import { readAgenda, readMonth } from "@/lib/events/agenda.queries";
import { readAgendaFilters } from "@/lib/events/agenda-filters";
import { buildIndexes } from "../indexes";
import { provideDatabase } from "../test-database.mjs";
import { openWeighed } from "./weigh-reads";

let database: Awaited<ReturnType<typeof provideDatabase>>;
let { sql, db, weigh } = {} as ReturnType<typeof openWeighed>;

const COUNT = 10_000;
/** Half of them are over. */
const NOW = new Date("2030-01-01T00:00:00Z");

beforeAll(async () => {
  database = await provideDatabase();
  ({ sql, db, weigh } = openWeighed(database.env.DATABASE_OWNER_URL));
  await sql`begin`;
  await sql`insert into entries (kind, slug, moderation, original_locale, title, search_public, search_members, published_at, cities)
    select 'event', 'event-' || n, 'published', 'fr', '{"fr": "Petit-déjeuner"}', ' cafe n' || n || ' ', ' cafe n' || n || ' ', now(),
      case when n % 1000 = 0 then '{foshan}' when n % 3 = 0 then '{guangzhou}' else '{}' end::text[]
    from generate_series(1, ${COUNT}::int) n`;
  await sql`insert into events (id, event_kind, format, audience, zone, starts, ends, starts_at, ends_at, place, summary)
    select id, case when n % 500 = 0 then 'forum' else 'breakfast' end, 'in-person', case when n % 2 = 0 then 'public' else 'members' end,
      'lyon', to_char(day, 'YYYY-MM-DD 08:00'), to_char(day, 'YYYY-MM-DD 10:00'), day + interval '7 hours', day + interval '9 hours',
      'lyon-3', jsonb_build_object('fr', repeat('Trois récits. ', 40))
    from (select id, substr(slug, 7)::int n from entries where kind = 'event') e
    cross join lateral (select timestamptz '2030-01-01 00:00Z' + (n - ${COUNT / 2}::int) * interval '3 hours' as day) at`;
  await sql`commit`;
  await buildIndexes(database.env.DATABASE_OWNER_URL);
  await sql`vacuum analyze entries, events`;
}, 480_000);

afterAll(async () => {
  await sql.end();
  await database.remove();
}, 60_000);

test.each<[Record<string, string>, number]>([
  [{}, 7_000],
  [{ page: "2" }, 7_000],
  [{ when: "past" }, 7_000],
  [{ when: "past", page: "20" }, 7_000],
  [{ kind: "forum" }, 7_000],
  // Of a city all that lies ahead is read, by their start.
  [{ kind: "breakfast", city: "guangzhou" }, 25_000],
])("a page of %j among ten thousand events is bounded", async (asked, most) => {
  const filters = readAgendaFilters(asked);
  const { list, buffers, statements } = await weigh(() => readAgenda(db, null, filters, NOW));
  expect(statements).toBe(3);
  expect(buffers).toBeLessThanOrEqual(most);
  expect(list.lines.length).toBeGreaterThan(0);
});

test("a month of many is cut, says so, and reads no other", async () => {
  const filters = readAgendaFilters({ month: "2030-02" });
  const { list, buffers, statements } = await weigh(() => readMonth(db, null, filters));
  expect(statements).toBe(2);
  expect(list.lines.length).toBeGreaterThan(100);
  expect(buffers).toBeLessThanOrEqual(12_000);
});
