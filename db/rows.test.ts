import { sql } from "drizzle-orm";
import { QueryBuilder, type SelectedFieldsOrdered } from "drizzle-orm/pg-core";
import * as utils from "drizzle-orm/utils";
import { expect, test } from "vitest";
import { rowsBy } from "./rows";
import { members } from "./schema/members";

/** Drizzle's own reading, which it exports without types. */
const { mapResultRow, orderSelectedFields } = utils as unknown as {
  mapResultRow: (fields: SelectedFieldsOrdered, row: unknown[]) => unknown;
  orderSelectedFields: (fields: Record<string, unknown>) => SelectedFieldsOrdered;
};

const count = new QueryBuilder()
  .select({ count: sql<number>`count(*)`.mapWith(Number).as("count") })
  .from(members)
  .as("counted");

const fields = orderSelectedFields({
  slug: members.slug,
  joinedOn: members.joinedOn,
  createdAt: members.createdAt,
  visibility: members.visibility,
  raw: sql`now()`,
  number: sql`1`.mapWith(Number),
  named: sql`2`.mapWith(Number).as("named"),
  count: count.count,
});

const ROWS = [
  ["anna", "2026-01-02", "2026-01-02 03:04:05+00", { title: "members" }, "x", "1", "2", "3"],
  [null, null, null, null, null, null, null, null],
];

test("rows are read as Drizzle reads them", () => {
  const read = rowsBy(fields)?.(ROWS);
  expect(read).toEqual(ROWS.map((row) => mapResultRow(fields, row)));
  expect(read?.[0]).toMatchObject({ number: 1, named: 2, count: 3 });
});

test("selects with parts in parts are left to Drizzle", () => {
  const nested = orderSelectedFields({ own: { slug: members.slug } });
  expect(rowsBy(nested)).toBeUndefined();
  expect(rowsBy(undefined)).toBeUndefined();
});
