import { DYES, type Dye, GROUNDS, type Ground } from "./colours";
import { type Chance, fourTimes, pick, type Tile } from "./tile";

type Outline = {
  quarter: (radius: number) => string;
  whole: (at: number, radius: number) => string;
};

const short = (radius: number) => Math.round(radius * 0.41);

/** An octagon, a square and a diamond: their quarter around 0 0, and whole around a point of the diagonal. */
const OUTLINES: Outline[] = [
  {
    quarter: (r) => `M${r} 0V${short(r)}L${short(r)} ${r}H0`,
    whole: (at, r) => {
      const [near, far, low, high] = [at - short(r), at + short(r), at - r, at + r];
      return `M${high} ${far}L${far} ${high}H${near}L${low} ${far}V${near}L${near} ${low}H${far}L${high} ${near}z`;
    },
  },
  {
    quarter: (r) => `M${r} 0V${r}H0`,
    whole: (at, r) => `M${at - r} ${at - r}h${2 * r}v${2 * r}h-${2 * r}z`,
  },
  {
    quarter: (r) => `M${r} 0L0 ${r}`,
    whole: (at, r) => `M${at - r} ${at}l${r} ${r} ${r}-${r}-${r}-${r}z`,
  },
];

/**
 * A Manchu window of Guangzhou (满洲窗): a wooden lattice, alike in its four quarters, around panes of coloured glass.
 * As a part of a picture it is red, and has no panes where its beams meet.
 */
export function drawLattice(chance: Chance, id: string, isPart = false): Tile {
  const frame: Dye = isPart ? "kapok" : pick(chance, ["kapok", "kapok", "river"]);
  const spark: Dye = frame === "kapok" ? "river" : "kapok";
  const grounds: Ground[] = frame === "kapok" ? ["petal", "silk", "petal"] : ["silk", "water"];
  const ground = pick(chance, grounds);
  const half = 24 + 2 * chance(7);
  const outer = half - 2 - chance(10);
  const inner = 5 + chance(outer - 10);
  const knot = 4 + chance(half - outer + 5);
  const around = pick(chance, OUTLINES);
  const middle = pick(chance, OUTLINES);
  const corner = pick(chance, OUTLINES);
  const glass = pick(chance, [GROUNDS.water, GROUNDS.petal, DYES[spark], DYES[frame]]);
  const beads = pick(chance, [DYES[spark], GROUNDS.silk, "none"]);
  const beams = [
    around.quarter(outer),
    pick(chance, beamsOf(half, outer, inner)),
    pick(chance, slantsOf(half, outer, inner, knot)),
  ];
  const bead = isPart ? "" : `<path fill="${beads}" d="${corner.whole(half, knot)}"/>`;
  const quarter = `<g id="${id}"><path d="${beams.join("")}"/>${bead}</g>`;
  const drawing =
    `<g fill="none" stroke="${DYES[frame]}" stroke-width="${pick(chance, [1.5, 2, 2.5])}">` +
    `${fourTimes(quarter, id)}<path fill="${glass}" d="${middle.whole(0, inner)}"/></g>`;
  const side = 2 * half;
  return { id, ground, side, box: [-half, -half, side], drawing };
}

const beamsOf = (half: number, outer: number, inner: number) => [
  `M${outer} 0H${half}M0 ${outer}V${half}`,
  `M${inner} 0H${half}M0 ${inner}V${half}`,
  `M${inner} 0H${outer}M0 ${inner}V${outer}`,
];

const slantsOf = (half: number, outer: number, inner: number, knot: number) => {
  const near = Math.round(outer * 0.6);
  return [
    `M${near} ${near}L${half} ${half}`,
    `M0 0L${outer} ${outer}`,
    `M${half} ${half - knot}L${outer} ${inner - 3}M${half - knot} ${half}L${inner - 3} ${outer}`,
    `M${outer} ${inner}L${inner} ${outer}M${half} ${inner}H${outer}M${inner} ${half}V${outer}`,
  ];
};
