import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT, readSource } from "./house-files";

/** Per rule of Biome that the house relies on, files that break it. */
const PLANTED: Record<string, Record<string, string>> = {
  noProcessEnv: { "lib/rooms/room-state.ts": "export const port = process.env.PORT;\n" },
  noJsxLiterals: {
    "components/rooms/room-card.tsx": "export const RoomCard = () => <p>Room</p>;\n",
  },
  noBarrelFile: { "lib/rooms/all.ts": 'export * from "./room-state";\n' },
  noRestrictedImports: {
    "lib/rooms/room-page.ts": 'import { x } from "@/app/page";\n\nexport const y = x;\n',
  },
  noDrizzleDeleteWithoutWhere: {
    "lib/rooms/mutations.ts": "export const empty = (tx: Tx) => tx.delete(rooms);\n",
  },
  noDrizzleUpdateWithoutWhere: {
    "lib/rooms/people.mutations.ts": "export const leave = (tx: Tx) => tx.update(rooms).set({});\n",
  },
  noExcessiveLinesPerFile: { "scripts/long.mjs": "export {};\n".repeat(301) },
  noExcessiveLinesPerFunction: {
    "scripts/long-function.mjs": `export function long() {\n${"  run();\n".repeat(81)}}\n`,
  },
  useFilenamingConvention: { "lib/rooms/roomNames.ts": "export const names = [];\n" },
};

const tree = fs.mkdtempSync(path.join(os.tmpdir(), "planted-"));
afterAll(() => fs.rmSync(tree, { recursive: true }));

test("Biome names every rule that the house relies on where it is broken", () => {
  const files = Object.values(PLANTED).flatMap(Object.entries<string>);
  const config = [".gitignore", "biome.json", "package.json", "tsconfig.json"].map((file) => [
    file,
    readSource(file),
  ]);
  for (const [file = "", source = ""] of [...config, ...files]) {
    fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    fs.writeFileSync(path.join(tree, file), source);
  }
  const biome = path.join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  const { stdout } = spawnSync(
    process.execPath,
    [biome, "lint", "--reporter=json", "--max-diagnostics=none"],
    { cwd: tree, encoding: "utf8" },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; severity: string; location: { path: string } }[];
  };
  const found = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ category, location }) => `${category.split("/").at(-1)} in ${location.path}`);
  const planted = Object.entries(PLANTED).flatMap(([rule, broken]) =>
    Object.keys(broken).map((file) => `${rule} in ${file}`),
  );
  expect(found).toEqual(expect.arrayContaining(planted));
}, 30_000);
