import "server-only";

/** Whether a key was spent already, and for how many seconds its points count. */
export type Taken = { isOver: boolean; seconds: number };

type Purse = { left: number; until: number };

// One of each for the process: a bundle of each route has a copy of this module.
const shared = globalThis as typeof globalThis & {
  clubPurses?: Map<string, Purse>;
  clubTakes?: Map<string, Promise<Taken>>;
};
shared.clubPurses ??= new Map();
shared.clubTakes ??= new Map();
const purses = shared.clubPurses;
const takes = shared.clubTakes;
const MOST_PURSES = 10_000;

/**
 * Gives one point of a key out of those this process has taken ahead; takes so many more of the database when none is
 * left. Whoever asks meanwhile waits for that one take: nobody is refused while a point is left, nor let through once
 * somebody was refused. Throws what `take` throws, to all who waited for it.
 */
export async function takeAhead(
  key: string,
  count: number,
  take: (count: number) => Promise<Taken>,
): Promise<Taken> {
  for (;;) {
    const purse = purses.get(key);
    if (purse && purse.left > 0 && purse.until > Date.now()) {
      purse.left -= 1;
      return { isOver: false, seconds: 0 };
    }
    const onItsWay = takes.get(key);
    if (!onItsWay) return fill(key, count, take);
    const taken = await onItsWay;
    if (taken.isOver) return taken;
  }
}

async function fill(key: string, count: number, take: (count: number) => Promise<Taken>) {
  const taking = take(count);
  takes.set(key, taking);
  try {
    const taken = await taking;
    if (taken.isOver) return taken;
    if (purses.size >= MOST_PURSES) purses.clear();
    purses.set(key, { left: count - 1, until: Date.now() + taken.seconds * 1000 });
    return taken;
  } finally {
    takes.delete(key);
  }
}
