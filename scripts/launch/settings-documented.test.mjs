import fs from "node:fs";
import { expect, test } from "vitest";
import { SETTING_NAMES } from "../../lib/core/settings.mjs";

test("every setting is explained in .env.example, and nothing else is", () => {
  const explained = [...fs.readFileSync(".env.example", "utf8").matchAll(/^#?([A-Z][A-Z_]+)=/gm)];
  const settings = SETTING_NAMES.filter((name) => name !== "NODE_ENV");
  expect(explained.map(([, name]) => name).sort()).toEqual(settings.sort());
});
