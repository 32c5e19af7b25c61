import { expect, test } from "vitest";
import { WEB_RIGHTS } from "../web-rights";
import { tablesOf } from "./house-rules";
import { houseSources } from "./imports";

test("what the serving role may do to a new table is decided where it is made", () => {
  expect(Object.keys(WEB_RIGHTS)).toEqual(tablesOf(houseSources()).sort());
});

test("a table without its line would be missed", () => {
  const source = 'export const seeds = pgTable("seeds", {});';
  expect(tablesOf([{ file: "db/schema/seeds.ts", source }])).toEqual(["seeds"]);
});
