import { expect, test } from "vitest";
import { pageWindow } from "./page-window";

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 12, [1, 2, null, 12]],
  [4, 12, [1, 2, 3, 4, 5, null, 12]],
  [6, 12, [1, null, 5, 6, 7, null, 12]],
  [9, 12, [1, null, 8, 9, 10, 11, 12]],
  [12, 12, [1, null, 11, 12]],
  [3, 5, [1, 2, 3, 4, 5]],
])("page %i of %i", (page, count, expected) => {
  expect(pageWindow(page, count)).toEqual(expected);
});
