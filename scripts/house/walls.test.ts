import path from "node:path";
import { describe, expect, test } from "vitest";
import { cyclesOf, type Edge, edgesOf, houseSources, type Source } from "./imports";
import { betweenFolders, breaks, FACES, FOLDERS, WALLS } from "./walls";

const edges = edgesOf(houseSources());

const broken = (sources: Source[]) =>
  Object.keys(WALLS).filter((name) => {
    const wall = WALLS[name];
    return wall && edgesOf(sources).some((edge) => breaks(wall, edge));
  });

describe("who may import whom", () => {
  test.each(Object.entries(WALLS))("%s", (_name, wall) => {
    const through = edges.filter((edge) => breaks(wall, edge));
    expect(through.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test("each piece in which a noun shows itself is drawn by another noun", () => {
    const drawn = edges.filter(({ from }) => /^components\/(?!ui\/|shell\/|entries\/)/.test(from));
    const isDrawn = (face: string) =>
      drawn.some(
        ({ from, to }) =>
          to === `components/${face}.tsx` && path.dirname(from) !== path.dirname(to),
      );
    expect(FACES.filter((face) => !isDrawn(face))).toEqual([]);
  });

  test("the imports of the house are read", () => {
    expect(edges.length).toBeGreaterThan(10_000);
    expect(edges.filter(({ isType }) => isType).length).toBeGreaterThan(1_500);
  });
});

/** For each wall an import that goes through it. */
const PLANTED: Record<keyof typeof WALLS, [from: string, to: string]> = {
  "pages reach the database through a room": ["app/[locale]/page.tsx", "db/client.ts"],
  "pages write through actions": ["app/[locale]/page.tsx", "lib/rooms/people.mutations.ts"],
  "nothing imports a route": ["scripts/start.mjs", "app/[locale]/page.tsx"],
  "components never reach the server side": ["components/rooms/card.tsx", "lib/rooms/actions.ts"],
  "components take only types from queries": [
    "components/rooms/card.tsx",
    "lib/rooms/own.queries.ts",
  ],
  "no zod in the browser": ["components/rooms/card.tsx", "zod"],
  "primitives know no noun": ["components/ui/card.tsx", "lib/rooms/policy.ts"],
  "the frame and the entries' facade know no noun": [
    "components/entries/history.tsx",
    "lib/rooms/policy.ts",
  ],
  "a noun's facade draws no other noun but by the pieces it shows itself in": [
    "components/rooms/card.tsx",
    "components/members/member-header.tsx",
  ],
  "rooms stay below the roof": ["lib/rooms/room-state.ts", "components/rooms/card.tsx"],
  "core knows no noun": ["lib/core/dates.ts", "lib/rooms/policy.ts"],
  "core reads a closed list of tables": ["lib/core/jobs/run-once.ts", "db/schema/rooms.ts"],
  "entries know no noun": ["lib/entries/texts.ts", "lib/rooms/policy.ts"],
  "only queries and mutations touch the database": ["lib/rooms/room-state.ts", "db/client.ts"],
  "a room calls no action": ["lib/rooms/room-state.ts", "lib/interests/actions.ts"],
  "what reads does not write": ["lib/rooms/queries.ts", "lib/rooms/mutations.ts"],
  "rules and schemas are pure": ["lib/rooms/policy.ts", "lib/rooms/own.queries.ts"],
  "a room never imports a room within it": [
    "lib/projects/project-slug.ts",
    "lib/projects/outcomes/schema.ts",
  ],
  "nouns know neither moderation nor the trail": ["lib/rooms/mutations.ts", "lib/audit/policy.ts"],
  "organisations stand below people": ["lib/organisations/names.ts", "lib/activities/policy.ts"],
  "nobody stands on applications": ["lib/members/queries.ts", "lib/applications/policy.ts"],
  "accounts stand alone, but for erasure": ["lib/accounts/queries.ts", "lib/members/policy.ts"],
  "the ground stands on its own": ["db/schema/rooms.ts", "lib/core/dates.ts"],
  "nobody imports the tests": ["scripts/worker.ts", "e2e/world.ts"],
};

const said = (to: string) => (to.includes("/") ? `@/${to.replace(/\.tsx?$/, "")}` : to);
const plant = (statement: (name: string) => string, [from, to]: [string, string]): Source[] => [
  { file: from, source: `const before = 1;\n${statement(said(to))}\n` },
  { file: to, source: "" },
];

describe("a wall that is gone through is named", () => {
  test("each has an import planted", () => {
    expect(Object.keys(PLANTED)).toEqual(Object.keys(WALLS));
  });

  test.each(Object.entries(PLANTED))("%s", (name, planted) => {
    expect(broken(plant((to) => `import { x } from "${to}";`, planted))).toEqual([name]);
    expect(broken(plant((to) => `export { x } from "${to}";`, planted))).toEqual([name]);
    expect(broken(plant((to) => `const x = await import("${to}");`, planted))).toEqual([name]);
    const many = plant((to) => `import {\n  one,\n  type Two,\n} from "${to}";`, planted);
    expect(broken(many)).toEqual([name]);
    const asType = broken(plant((to) => `import type { X } from "${to}";`, planted));
    expect(asType).toEqual(WALLS[name]?.mayPassAsType ? [] : [name]);
  });

  test.each(["ask-factory", "registration-factory", "line-changes", "statement-count"])(
    "what only tests make and count with is one of them: %s",
    (name) => {
      const planted = plant(
        (to) => `import { x } from "${to}";`,
        ["lib/rooms/queries.ts", `db/${name}.ts`],
      );
      expect(broken(planted)).toEqual(["nobody imports the tests"]);
    },
  );

  test("a way round is no way: a path from where one stands, a side effect, a type inside a type", () => {
    const from = "lib/core/dates.ts";
    for (const statement of [
      'import "../rooms/policy";',
      'type X = import("../rooms/policy").X;',
    ]) {
      const planted = [
        { file: from, source: statement },
        { file: "lib/rooms/policy.ts", source: "" },
      ];
      expect(broken(planted)).toEqual(["core knows no noun"]);
    }
  });
});

describe("circles", () => {
  test("no file reaches itself by what it imports, types counted", () => {
    expect(cyclesOf(edges)).toEqual([]);
  });

  test.each(Object.entries(FOLDERS))("%s stand in no circle, types counted", (_name, nameOf) => {
    expect(cyclesOf(betweenFolders(edges, nameOf))).toEqual([]);
  });

  test.each([
    ["rooms and the facades of nouns", "components/rooms/one.tsx", "components/members/two.tsx"],
    ["rooms and the facades of nouns", "lib/rooms/people/one.ts", "lib/members/two.ts"],
    ["rooms with the rooms within them", "lib/projects/one.ts", "lib/projects/files/two.ts"],
    ["the parts of core", "lib/core/auth/one.ts", "lib/core/mail/two.ts"],
    ["the parts of core", "lib/core/env.ts", "lib/core/mail/two.ts"],
  ])("a circle of %s is found: %s, %s", (name, one, two) => {
    const way = { from: one, to: two, isType: true };
    const back = { from: two.replace("two", "four"), to: one, isType: false };
    const found = (planted: Edge[]) =>
      cyclesOf(betweenFolders(planted, FOLDERS[name] ?? (() => undefined)));
    expect(found([way, back])).toHaveLength(1);
    expect(found([way])).toEqual([]);
  });

  test("a circle of three is found, by types and from where one stands, and told from a way out of it", () => {
    const planted = [
      { file: "lib/rooms/one.ts", source: 'import type { Two } from "./two";' },
      { file: "lib/rooms/two.ts", source: 'export { three } from "@/lib/rooms/three";' },
      { file: "lib/rooms/three.ts", source: 'import "./one";\nimport { out } from "./out";' },
      { file: "lib/rooms/out.ts", source: "" },
    ];
    const circle = ["lib/rooms/one.ts", "lib/rooms/three.ts", "lib/rooms/two.ts"];
    expect(cyclesOf(edgesOf(planted))).toEqual([circle]);
  });
});
