import { DYES, type Dye, type Ground } from "./colours";
import { type Chance, fourTimes, pick, type Tile } from "./tile";

/** How far a hole lies from the middle, `u` across and `v` ≤ `u` down: squares, diamonds, octagons and crosses around it. */
const SHAPES: ((u: number, v: number) => number)[] = [
  (u) => u,
  (u, v) => u + v,
  (u, v) => Math.max(u, Math.round((u + v) * 0.72)),
  (u, v) => u + (v > 1 ? v : 0),
];

type Card = {
  /** Holes from its middle to its edge. */
  half: number;
  /** The thread that shows through most, and the other. */
  thread: Dye;
  spark: Dye;
  /** By where they are, `u v`. */
  holes: Map<string, Dye>;
};

/**
 * A card of a Jacquard loom: holes punched alike in all eight directions around its middle. Shapes one in the other, what
 * joins them to the next card, and a few holes of its own. As a part of a picture it is smaller, and blue.
 */
export function drawJacquard(chance: Chance, id: string, isPart = false): Tile {
  const half = isPart ? 6 : 8;
  const thread: Dye = isPart ? "river" : pick(chance, ["river", "river", "river", "kapok"]);
  const spark: Dye = thread === "river" ? "kapok" : "river";
  const grounds: Ground[] = thread === "river" ? ["water", "silk", "silk"] : ["silk", "petal"];
  const ground = pick(chance, grounds);
  const card: Card = { half, thread, spark, holes: new Map() };
  punchShapes(card, chance);
  punchHoles(card, chance);
  const quarter = `<g id="${id}" shape-rendering="crispEdges">${strokes(card, thread)}${strokes(card, spark)}</g>`;
  return {
    id,
    ground,
    side: 2 * half * (3 + chance(3)),
    // A row is a stroke around its middle, so that what lies half a row above the first is mirrored.
    box: [-half, -half - 0.5, 2 * half],
    drawing: fourTimes(quarter, id, "matrix(1 0 0 -1 0 -1)"),
  };
}

function punchShapes({ half, thread, spark, holes }: Card, chance: Chance): void {
  const punch = (dye: Dye, isOn: (u: number, v: number) => boolean) => {
    for (let u = 0; u < half; u++) {
      for (let v = 0; v <= u; v++) if (isOn(u, v)) holes.set(`${u} ${v}`, dye);
    }
  };
  const [middle, around, corner] = [
    pick(chance, SHAPES),
    pick(chance, SHAPES),
    pick(chance, SHAPES),
  ];
  const [core, end, joins] = [chance(3), chance(3), chance(4)];
  const ring = core + 2 + chance(half - 5);
  const width = chance(2);
  const edge = half - 1;
  if (joins > 0) {
    const isJoined = (u: number) => u > ring && (joins < 3 || u % 2 === 0);
    punch(pick(chance, [thread, spark]), (u, v) => v === 0 && isJoined(u));
  }
  if (joins !== 2) {
    punch(thread, (u, v) => u === edge && v > ring - 2 && (joins < 3 || v % 2 === 1));
  }
  punch(thread, (u, v) => corner(edge - v, edge - u) <= end);
  if (end > 0) punch(spark, (u, v) => corner(edge - v, edge - u) <= end - 1);
  punch(thread, (u, v) => [0, width].includes(around(u, v) - ring));
  punch(spark, (u, v) => middle(u, v) <= core);
  if (core > 1) punch(thread, (u, v) => middle(u, v) <= core - 2);
}

/** A few that no other card has; where there is one already, it is closed. */
function punchHoles({ half, thread, spark, holes }: Card, chance: Chance): void {
  for (let left = 3 + chance(3); left > 0; left--) {
    const u = 1 + chance(half - 1);
    const hole = `${u} ${chance(u + 1)}`;
    const dye = pick(chance, [thread, thread, spark]);
    if (!holes.delete(hole)) holes.set(hole, dye);
  }
}

/** A stroke for each run of a quarter in one dye. */
function strokes({ half, holes }: Card, dye: Dye): string {
  const isOn = (x: number, y: number) =>
    x >= 0 && x < half && holes.get(`${Math.max(x, y)} ${Math.min(x, y)}`) === dye;
  const runs: string[] = [];
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      if (!isOn(x, y) || isOn(x - 1, y)) continue;
      let end = x + 1;
      while (isOn(end, y)) end++;
      runs.push(`M${x} ${y}h${end - x}`);
    }
  }
  return runs.length > 0 ? `<path stroke="${DYES[dye]}" d="${runs.join("")}"/>` : "";
}
