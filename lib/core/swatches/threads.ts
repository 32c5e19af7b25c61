import { DYES, type Dye, GROUNDS } from "./colours";
import type { Chance } from "./tile";

/** Waves of a bundle, each flatter than the one before. */
const LINES = 11;

/** As they are drawn; stretched to whatever they fill. */
export const THREADS_BOX = { width: 300, height: 190 };

/**
 * Two threads as a guilloche, the fine lines of banknotes: two bundles of waves that narrow where they cross, as two rivers
 * meet.
 */
export function drawThreads(chance: Chance): string {
  const { width, height } = THREADS_BOX;
  const bundle = (dye: Dye, id: string, turn: 1 | -1) => {
    const cross = 100 + chance(100);
    const rise = turn * (40 + chance(60));
    const fall = turn * (40 + chance(60));
    const first = 20 + chance(60);
    const second = cross + 20 + chance(60);
    const last = Math.round((fall * (50 + chance(60))) / 100);
    const curve = `M-9 ${-rise}C${first} ${-rise - chance(30)} ${cross - 60 + chance(30)} ${-Math.round(rise / 2)} ${cross} 0S${second} ${fall} ${width + 9} ${last}`;
    const spread = 0.05 + chance(4) / 100;
    const copies = Array.from({ length: LINES - 1 }, (_, index) => {
      const flat = Math.round((1 - (index + 1) * spread) * 100) / 100;
      return `<use href="#${id}" transform="scale(1 ${flat})"/>`;
    });
    return `<g stroke="${DYES[dye]}"><path id="${id}" vector-effect="non-scaling-stroke" d="${curve}"/>${copies.join("")}</g>`;
  };
  const middle = Math.round(height / 2) - 15 + chance(30);
  return (
    `<path fill="${GROUNDS.silk}" d="M0 0h${width}v${height}H0z"/>` +
    `<g fill="none" transform="translate(0 ${middle})">` +
    `${bundle("river", "r", 1)}${bundle("kapok", "k", -1)}</g>`
  );
}
