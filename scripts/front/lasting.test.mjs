import { expect, test } from "vitest";
import { isLasting } from "./lasting.mjs";

test.each([
  ['select "a" from "entries" join "members" on true', true],
  ["with x as (select 1) select (now() at time zone 'Europe/Paris')::date", true],
  ['(select "a" from "entries") union select 1', true],
  ['select "a" from "entries" where exists (select from sessions)', false],
  ["select now()", false],
  ["select current_date", false],
  ["select reltuples from pg_class", false],
  ['insert into "entries" default values', false],
])("a page that asks %s lasts: %s", (statement, lasts) => {
  expect(isLasting(["select 1", statement], new Set(["sessions"]))).toBe(lasts);
});

const OWN = new Set([
  "sessions",
  "search.heritage",
  "bio of members",
  "version of members",
  "visibility of members",
]);

test.each([
  // What holds the lists of a kind, beside a table of the same name.
  [
    "select 'heritage', \"id\" from \"heritage\" join search.find('search.heritage_for_public') one on true",
    true,
  ],
  ['select "id" from search."heritage"', false],
  ["select id from search.heritage", false],
  // Of a table of which some columns are watched.
  ['select "members"."slug" from "members"', true],
  ['select "entries"."version", "members"."slug" from "entries" join "members" on true', true],
  ['select "bio" from "pages"', true],
  ["select slug, 'bio' from members", true],
  ['select count(*) from "members" "writer" where "writer"."slug" is null', true],
  ['select * from (select "slug" from "members") one', true],
  ['select "members"."bio" from "members"', false],
  ['select "bio" from "members"', false],
  ['select "writer"."bio" from "members" "writer"', false],
  ["select writer.bio from public.members as writer", false],
  ['select "entries"."id" from "entries" join "members" "m" on m.version = 1', false],
  ['select coalesce("slug", BIO) from "members"', false],
  ["select writer.* from members writer", false],
  ['select * from "members"', false],
  ['select * from (select * from "members") one', false],
  ["with one as (select * from entries join members on true) select slug from one", false],
  ['select to_jsonb("writer") from "members" "writer"', false],
  ["select (members)::text from members", false],
  ['select "writer" from "members" "writer"', false],
  ["select slug, writer as one from members writer", false],
  ["select 1 from a, members writer where writer.bio = ''", false],
  ['select "bio" from "pages" join "members" on true', false],
  ["select jsonb_agg(m order by m.slug) from members m", false],
  ["select json_agg(distinct m) from members m", false],
  ["select distinct m from members m", false],
  ["select array[m] from members m", false],
  ["select case when true then m end from members m", false],
  ["select m.slug from members m order by m", false],
  ['select * from ("entries" join "members" on true)', false],
  ["select p.bio from (members m join accounts on true) p", false],
  ["select m.slug, -- the person's\n m.bio from members m where m.slug = 'x'", false],
  ["select E'\\'', m.bio, '' from members m", false],
  ["select $$'$$, m.bio, '' from members m", false],
  ["select slug from entries natural join members", false],
  ["with one as (table members) select 1 from one", false],
  ["select M.bio from MEMBERS m", false],
])("%s lasts: %s", (statement, lasts) => {
  expect(isLasting([statement], OWN)).toBe(lasts);
});
