import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const FOLDER = path.join(import.meta.dirname, "../../db/seed/demo");

/** A blank at which a line may end, before a mark that French keeps with its word. */
const LOOSE = /\S+ [;:?!](?=[\s"\\])/gu;

test.each(readdirSync(FOLDER).filter((name) => name.endsWith(".json")))(
  "no line of %s begins with a mark",
  (name) => {
    expect(readFileSync(path.join(FOLDER, name), "utf8").match(LOOSE) ?? []).toEqual([]);
  },
);
