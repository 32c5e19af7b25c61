import { aliasedTable, eq, inArray, type SQL, sql } from "drizzle-orm";
import { PgDialect, pgSchema, QueryBuilder, text } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { QuickDialect } from "./quick-dialect";
import { accounts } from "./schema/accounts";
import { members } from "./schema/members";

const [drizzle, quick] = [PgDialect, QuickDialect].map(
  (Kind) => new Kind({ casing: "snake_case" }),
);
const build = new QueryBuilder({ casing: "snake_case" });
const other = aliasedTable(members, "other");
const kept = pgSchema('a "schema"').table("kept", { fullName: text() });
const named = build.$with("named").as(build.select({ id: members.id }).from(members));
const some = build
  .select({ id: members.id, word: sql`lower(${members.slug})`.as("word") })
  .from(members)
  .where(eq(members.slug, "x"))
  .as("some");

const PIECES: Record<string, SQL> = {
  "values of every kind": sql`${"a"} ${1} ${null} ${true} ${new Date(0)} ${Buffer.from("b")} ${undefined}`,
  "values that a column writes": sql`${eq(members.joinedOn, "2026-01-01")} and ${inArray(members.slug, ["a", "b"])}`,
  "a value that a column keeps as a document": sql`${sql.param({ a: 1 }, members.visibility)}`,
  "no value of a column": sql`${sql.param(null, members.visibility)}`,
  lists: sql`${["a", members.id, sql`now()`]} ${[]}`,
  "columns and tables": sql`${members} ${members.familyName} ${accounts.lastSeenAt}`,
  "tables by another name": sql`${other} ${other.familyName} ${sql.identifier('a "name"')}`,
  "a table in a schema": sql`${kept} ${kept.fullName}`,
  selects: sql`exists ${build.select().from(members).where(eq(members.id, accounts.id)).limit(2)}`,
  "selects of selects": sql`${build.select({ id: some.id, word: some.word }).from(some).orderBy(some.word)}`,
  "names of selects": sql`${build.with(named).select().from(named)}`,
  "what a use gives": sql`${sql.placeholder("a")} ${eq(members.slug, sql.placeholder("b"))}`,
  "raw words": sql`${sql.raw("now()")} ${sql.join([sql`1`, sql`${2}`], sql`, `)} ${sql.empty()}`,
  "a name given to a piece": sql`${sql`1`.as("one")}`,
  "values in the text": sql`${sql`${"it's"} ${1} ${null}`.inlineParams()} ${"b"}`,
};

test.each(Object.entries(PIECES))("%s are written as Drizzle writes them", (_, piece) => {
  const { sql: text, params } = drizzle?.sqlToQuery(piece) ?? {};
  expect(quick?.sqlToQuery(piece)).toMatchObject({ sql: text, params });
});

test("an index's columns stand without their tables", () => {
  const piece = sql`lower(${members.slug})`;
  expect(quick?.sqlToQuery(piece, "indexes").sql).toBe('lower("slug")');
});
