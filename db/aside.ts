import { type Database, query } from "./client";

const MOST_AT_ONCE = 4;

// One set for the process: a bundle of each route has a copy of this module.
const shared = globalThis as typeof globalThis & { clubAside?: Set<string> };
shared.clubAside ??= new Set();
const going = shared.clubAside;

/**
 * Writes something beside the answer to a request: nobody waits for it and nothing fails with it. What is being written
 * under the same key, or would be one too many (four a process), is left out; `failed` hears of an error.
 */
export function aside(
  key: string,
  run: (db: Database) => PromiseLike<unknown>,
  failed: (error: unknown) => void,
): void {
  if (going.has(key) || going.size >= MOST_AT_ONCE) return;
  going.add(key);
  query(run)
    .then(() => {}, failed)
    .finally(() => going.delete(key));
}
