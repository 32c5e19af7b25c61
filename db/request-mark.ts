import type { AsyncLocalStorage } from "node:async_hooks";

const front = globalThis as typeof globalThis & {
  /** Opened for each request by scripts/front/database-away.mjs; none in the worker and the `club` command. */
  clubRequest?: AsyncLocalStorage<{ isDatabaseAway: boolean }>;
};

/** Tells the front that the request being answered met a database that was away, so that a failure of it is a 503. */
export function markDatabaseAway(): void {
  const request = front.clubRequest?.getStore();
  if (request) request.isDatabaseAway = true;
}
