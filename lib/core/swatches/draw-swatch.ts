import { chanceOf } from "./chance";
import { GROUNDS, NIGHT_STYLE } from "./colours";
import { drawJacquard } from "./jacquard";
import { drawLattice } from "./lattice";
import type { Swatch } from "./swatch";
import { drawThreads, THREADS_BOX } from "./threads";
import type { Tile } from "./tile";

const WHOLE = 'rect width="100%" height="100%"';

/** China's part of both: beyond a bend of the river. */
const BEYOND = 'ellipse cx="100%" cy="50%" rx="56%" ry="80%"';

/** A swatch as an SVG that fills whatever size it is given, in colours of day and night. The same for the same, always. */
export const drawSwatch = (swatch: Swatch): string => {
  const box = THREADS_BOX;
  const size =
    swatch.weave === "threads"
      ? ` viewBox="0 0 ${box.width} ${box.height}" preserveAspectRatio="none"`
      : "";
  return `<svg xmlns="http://www.w3.org/2000/svg"${size}><style>${NIGHT_STYLE}</style>${drawCloth(swatch, false)}</svg>`;
};

/**
 * What is in it, for a picture that has it as a part and is drawn by a library (librsvg) that loses a pattern whose `viewBox` is
 * enlarged: there a tile is enlarged by itself.
 */
export function drawCloth({ weave, seed }: Swatch, isForLibrary = true): string {
  const chance = chanceOf(seed);
  if (weave === "threads") return drawThreads(chance);
  const fill = isForLibrary ? fillEnlarged : fillBoxed;
  if (weave === "china") return fill(drawLattice(chance, "l"), WHOLE);
  const isPart = weave === "both";
  const lyon = fill(drawJacquard(chance, "j", isPart), WHOLE);
  return isPart ? lyon + fill(drawLattice(chance, "l", true), BEYOND) : lyon;
}

const fillBoxed = (tile: Tile, shape: string): string => {
  const [left, top, side] = tile.box;
  return filled(tile, shape, ` viewBox="${left} ${top} ${side} ${side}"`, tile.drawing);
};

const fillEnlarged = (tile: Tile, shape: string): string => {
  const [left, top, side] = tile.box;
  const transform = `scale(${tile.side / side})translate(${-left} ${-top})`;
  return filled(tile, shape, "", `<g transform="${transform}">${tile.drawing}</g>`);
};

const filled = ({ id, ground, side }: Tile, shape: string, box: string, drawing: string) =>
  `<pattern id="${id}p" width="${side}" height="${side}" patternUnits="userSpaceOnUse"${box}>${drawing}</pattern>` +
  `<${shape} fill="${GROUNDS[ground]}"/><${shape} fill="url(#${id}p)"/>`;
