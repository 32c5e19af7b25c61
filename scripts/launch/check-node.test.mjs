import fs from "node:fs";
import { expect, test } from "vitest";
import { fits } from "./check-node.mjs";

const { engines } = JSON.parse(fs.readFileSync("package.json", "utf8"));

test.each([
  ["18.20.8", false],
  ["20.9.0", false],
  ["20.18.3", false],
  ["20.19.0", true],
  ["20.20.2", true],
  ["21.7.0", false],
  ["22.12.0", false],
  ["22.13.0", true],
  ["23.0.0", true],
  ["24.11.1", true],
  ["25.0.0", false],
  ["26.1.0", false],
])("Node %s: %s", (version, isFit) => expect(fits(version, engines.node)).toBe(isFit));

test("what checks Node comes first and needs nothing that an old one lacks", () => {
  for (const command of ["start", "test", "check", "build"]) {
    const source = fs.readFileSync(`scripts/${command}.mjs`, "utf8");
    expect(source.split("\n")[0]).toBe('import "./launch/check-node.mjs";');
  }
  const source = fs.readFileSync("scripts/launch/check-node.mjs", "utf8");
  expect(source.match(/^import .*/gm)).toEqual(['import fs from "node:fs";']);
});
