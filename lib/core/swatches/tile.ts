import type { chanceOf } from "./chance";
import type { Ground } from "./colours";

export type Chance = ReturnType<typeof chanceOf>;

/** A square by its left, its top and its side. */
type Box = [left: number, top: number, side: number];

/** What repeats, drawn in `box` around 0 0 and shown `side` pixels wide and high; `id` begins its names in a picture. */
export type Tile = { id: string; ground: Ground; side: number; box: Box; drawing: string };

/** One of a list; what is there twice comes twice as often. */
export const pick = <One>(chance: Chance, list: readonly One[]): One =>
  list[chance(list.length)] as One;

/** A group of this `id`, drawn to the right and down of the middle of a tile, and its three reflections. */
export const fourTimes = (quarter: string, id: string, down = "scale(1 -1)"): string =>
  `<g id="${id}h">${quarter}<use href="#${id}" transform="scale(-1 1)"/></g>` +
  `<use href="#${id}h" transform="${down}"/>`;
