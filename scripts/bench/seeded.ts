/** Numbers from 0 to 1 that a seed decides: the same in every run and in every checkout. Source: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list; the first ones are drawn much more often when `skew` is above 1. */
export function draw<One>(random: () => number, list: readonly One[], skew = 1): One {
  return list[Math.floor(list.length * random() ** skew)] as One;
}

/** Up to so many different ones of a list. */
export function drawSome<One>(
  random: () => number,
  list: readonly One[],
  most: number,
  skew = 2,
): One[] {
  const count = Math.floor(random() * (most + 1));
  return [...new Set(Array.from({ length: count }, () => draw(random, list, skew)))];
}
