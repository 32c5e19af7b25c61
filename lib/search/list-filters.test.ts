import { expect, test } from "vitest";
import { readPage, readQuery } from "./list-filters";

test.each([
  [undefined, ""],
  ["  soie  ", "soie"],
  [["soie", "thé"], "soie"],
  [[], ""],
  ["\0soie\tlyon\u009f", "soie lyon"],
  ["a\ud800b", "a\ufffdb"],
  ["mot ".repeat(200), "mot ".repeat(50).trim()],
  ["a".repeat(201), "a".repeat(200)],
  ["𠮷".repeat(150), "𠮷".repeat(100)],
  [`a${"𠮷".repeat(100)}`, `a${"𠮷".repeat(99)}`],
])("the search %j is %j", (q, read) => {
  expect(readQuery({ q })).toBe(read);
});

test.each([
  [undefined, 1],
  ["", 1],
  ["3", 3],
  [["2", "3"], 2],
  [[], 1],
  ["10000", 10_000],
  ["10001", 1],
  ["1e99", 1],
  ["0", 1],
  ["-1", 1],
  ["1.5", 1],
  ["two", 1],
])("the page %j is %i", (page, read) => {
  expect(readPage({ page })).toBe(read);
});
