import type { AsyncLocalStorage } from "node:async_hooks";

const front = globalThis as typeof globalThis & {
  /** Opened for each request by scripts/front/answered-request.mjs; none in the worker and the `club` command. */
  clubRequest?: AsyncLocalStorage<{
    isDatabaseAway: boolean;
    retryAfter: number;
    isUntaken: boolean;
    isNotKept: boolean;
    rest?: () => void;
    reading?: { statements: Set<string>; isOfTheMinute: boolean };
  }>;
};

/** Tells the front that the request being answered met a database that was away, so that a failure of it is a 503. */
export function markDatabaseAway(): void {
  const request = front.clubRequest?.getStore();
  if (request) request.isDatabaseAway = true;
}

/** Tells the front that the page being drawn only says that a limit is spent, so that it is a 429 for so many seconds. */
export function markTooOften(seconds: number): void {
  const request = front.clubRequest?.getStore();
  if (request) request.retryAfter = seconds;
}

/** Tells the front that an action has taken the form of the request being answered: what fails from now on is its own. */
export function markFormTaken(): void {
  const request = front.clubRequest?.getStore();
  if (request) request.isUntaken = false;
}

/**
 * Tells the front that the form of the request being answered was not kept for want of the database: the page that says so,
 * and gives it back, is a 503.
 */
export function markNotKept(): void {
  const request = front.clubRequest?.getStore();
  if (request) request.isNotKept = true;
}

/** Tells the front that the request being answered only waits from now on, so that its turn is the next one's. */
export function markResting(): void {
  front.clubRequest?.getStore()?.rest?.();
}

/** Tells the front, which keeps some pages for all visitors, what the page being drawn asks of the database. */
export function markStatement(text: string): void {
  front.clubRequest?.getStore()?.reading?.statements.add(text);
}

/** Tells the front that the page being drawn depends on the time of day, so that it is kept no longer than a minute. */
export function markOfTheMinute(): void {
  const reading = front.clubRequest?.getStore()?.reading;
  if (reading) reading.isOfTheMinute = true;
}
