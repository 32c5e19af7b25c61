import type { Sql } from "postgres";
import { referenceItems } from "@/db/reference/lists";
import { searchLine } from "@/lib/search/search-words";
import { DEMO } from "./demo-files";
import { fewFirst } from "./few-first";

const slugsOf = (list: "experienceTopics" | "experienceOutcomes" | "sectors" | "cities") =>
  `{${referenceItems(list)
    .map(({ slug }) => slug)
    .join(",")}}`;

/** Texts of the demo's experiences, with the words that they are found by. */
const TEXTS = DEMO.experiences.map(({ title, story, advice, context, done }) => ({
  ...{ title, story, advice, context, done },
  line: searchLine([title, story, advice, context, done].flatMap((one) => Object.values(one))),
}));

/** So many published experiences of the members of a large club (`fillClub`), every third of them open to visitors. */
export const fillExperiences = (sql: Sql, count: number): Promise<void> =>
  fewFirst(sql, count, "entries, experiences", (from, to) => addExperiences(sql, from, to));

/** Those whose number `n` is from one to the other. */
async function addExperiences(sql: Sql, from: number, to: number): Promise<void> {
  const [topics, outcomes] = [slugsOf("experienceTopics"), slugsOf("experienceOutcomes")];
  const [sectors, cities] = [slugsOf("sectors"), slugsOf("cities")];
  await sql`with texts as (
    select gen_random_uuid() as id, n, m.id as owner_id, t, s, c
    from generate_series(${from}::int, ${to}::int) n
    join (select id, row_number() over (order by slug) as place, count(*) over () as total from members where slug like 'scale-%') m
      on m.place = 1 + n % m.total,
      lateral (select ${JSON.stringify(TEXTS)}::text::jsonb -> (n % ${TEXTS.length}::int) as t) given,
      lateral (select pg_temp.some(${sectors}::text[], n + 3, 2) as s, pg_temp.some(${cities}::text[], n + 5, 2) as c) chosen
  ), made as (
    insert into entries (id, kind, slug, owner_id, moderation, original_locale, title, teaser, search_public, search_members,
      sectors, cities, shown_sectors, shown_places, owner_level, published_at, submitted_at)
    select id, 'experience', 'experience-' || n, owner_id, 'published', 'fr', t -> 'title',
      case n % 3 when 0 then t -> 'title' else '{}' end, t ->> 'line', t ->> 'line', s, c, s[1:1], c[1:1], 'members',
      now() - make_interval(hours => n), now()
    from texts
  )
  insert into experiences (id, topics, outcome, from_year, is_teased, story, advice, context, done)
    select id, pg_temp.some(${topics}::text[], n, 2), (${outcomes}::text[])[1 + n % 4], 2000 + n % 26, n % 3 = 0,
      t -> 'story', t -> 'advice', t -> 'context', t -> 'done'
    from texts`;
}
