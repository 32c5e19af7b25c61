import { type Database, query } from "./client";

const MOST_AT_ONCE = 4;
const MOST_WAITING = 200;

type Write = [
  key: string,
  run: (db: Database) => PromiseLike<unknown>,
  failed: (error: unknown) => void,
];

// One set and one queue for the process: a bundle of each route has a copy of this module.
const shared = globalThis as typeof globalThis & {
  clubAside?: { going: Set<string>; waiting: Map<string, Write> };
};
shared.clubAside ??= { going: new Set(), waiting: new Map() };
const { going, waiting } = shared.clubAside;

/**
 * Writes a note beside the answer to a request: nobody waits for it and nothing fails with it. What is being written
 * under the same key, or would be one too many (four a process), is left out, since whoever comes again notes it anew;
 * `failed` hears of an error.
 */
export function aside(...[key, run, failed]: Write): void {
  if (!going.has(key) && going.size < MOST_AT_ONCE) begin(key, run, failed);
}

/**
 * The same for what must not be lost: one too many waits for its turn, before all notes, and `failed` hears also of one
 * that would wait behind 200 others. Only what is being written, or waits, under the same key is left out.
 */
export function asideInTurn(...[key, run, failed]: Write): void {
  if (going.has(key) || waiting.has(key)) return;
  if (going.size < MOST_AT_ONCE) begin(key, run, failed);
  else if (waiting.size < MOST_WAITING) waiting.set(key, [key, run, failed]);
  else failed(new Error("too many wait to be written beside"));
}

function begin(...[key, run, failed]: Write): void {
  going.add(key);
  query(run)
    .then(() => {}, failed)
    .finally(() => {
      going.delete(key);
      const [next] = waiting.values();
      if (!next) return;
      waiting.delete(next[0]);
      begin(...next);
    });
}
