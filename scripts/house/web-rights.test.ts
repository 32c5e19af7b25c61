import { expect, test } from "vitest";
import { WEB_RIGHTS } from "../web-rights";
import { listFiles, readSource } from "./house-files";

test("what the serving role may do to a new table is decided where it is made", () => {
  const tables = listFiles("db/schema").flatMap((file) =>
    [...readSource(file).matchAll(/pgTable\(\s*"(\w+)"/g)].map(([, name]) => name),
  );
  expect(tables.length).toBeGreaterThan(45);
  expect(Object.keys(WEB_RIGHTS)).toEqual([...tables].sort());
});
