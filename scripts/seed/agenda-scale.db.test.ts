import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/core/auth/viewer-type";
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

const MEMBER: Viewer = {
  ...{ accountId: randomUUID(), memberId: randomUUID(), memberSlug: "one", sessionId: "one" },
  ...{ role: "member", status: "active", locale: "fr", theme: "light", name: "Une" },
};

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
  // Thirty who come and ten who wait, at each of those of two months.
  await sql`with next as (select id from events where starts_at > ${NOW.toISOString()} order by starts_at limit 500),
      filled as (update events set progress = 'open', capacity = 30 from next where events.id = next.id returning events.id),
      guests as (insert into event_guests (event_id, name, email, locale)
        select id, 'Guest', n || '@example.org', 'fr' from filled cross join generate_series(1, 40) n returning id, event_id, email)
    insert into event_registrations (event_id, guest_id, state)
    select event_id, id, case when split_part(email, '@', 1)::int > 30 then 'waiting' else 'confirmed' end from guests order by event_id`;
  await sql`commit`;
  await buildIndexes(database.env.DATABASE_OWNER_URL);
  await sql`vacuum analyze entries, events, event_registrations`;
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

test("which of them are full is found for members within the same bounds", async () => {
  const next = await weigh(() => readAgenda(db, MEMBER, readAgendaFilters({}), NOW));
  expect(next.statements).toBe(3);
  expect(next.buffers).toBeLessThanOrEqual(7_000);
  expect(next.list.lines.every(({ isFull }) => isFull)).toBe(true);
  const month = await weigh(() => readMonth(db, MEMBER, readAgendaFilters({ month: "2030-02" })));
  expect(month.statements).toBe(2);
  expect(month.buffers).toBeLessThanOrEqual(12_000);
  expect(month.list.lines.filter(({ isFull }) => isFull).length).toBeGreaterThan(100);
});

test("a month of many is cut, says so, and reads no other", async () => {
  const filters = readAgendaFilters({ month: "2030-02" });
  const { list, buffers, statements } = await weigh(() => readMonth(db, null, filters));
  expect(statements).toBe(2);
  expect(list.lines.length).toBeGreaterThan(100);
  expect(buffers).toBeLessThanOrEqual(12_000);
});
