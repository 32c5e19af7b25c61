import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query } from "./client";

afterAll(closeDatabase);

test("no row is deleted by reading through a whole table: each foreign key has an index", async () => {
  const bare = await query((db) =>
    db.execute<{ key: string }>(sql`
      select conrelid::regclass || '.' || conname as key
      from pg_constraint c
      where contype = 'f' and connamespace = 'public'::regnamespace
        and not exists (
          select from pg_index i
          where i.indrelid = c.conrelid and i.indisvalid
            and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '(%IS NOT NULL)')
            and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey
        )
      order by 1`),
  );
  expect(bare.map(({ key }) => key)).toEqual([]);
});

test("the rule sees the portal's foreign keys", async () => {
  const [found] = await query((db) =>
    db.execute<{ keys: number }>(sql`
      select count(*)::int as keys from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace`),
  );
  expect(found?.keys).toBeGreaterThan(60);
});
