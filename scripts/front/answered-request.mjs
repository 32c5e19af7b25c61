import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What the portal finds out while it answers one request. Where the database fails (db/client.ts), that is noted here;
 * asking the database again later would tell of another moment.
 */
const answering = new AsyncLocalStorage();
globalThis.clubRequest = answering;

/**
 * Runs what answers one request; `isForm` where it waits for an action to take it. `reading` takes in what it reads of
 * the database and of the clock, where somebody wants to know.
 * @template T
 * @param {() => T} run
 * @param {boolean} [isForm]
 * @param {{ statements: Set<string>, isOfTheMinute: boolean }} [reading]
 */
export function answerRequest(run, isForm, reading) {
  const request = { isDatabaseAway: false, retryAfter: 0, isUntaken: isForm === true };
  return answering.run({ ...request, isNotKept: false, reading }, run);
}

/** What is noted of the request being answered; `rest` gives its turn to the next (`turns.mjs`). */
export const answeredRequest = () => answering.getStore();

/** Whether the request being answered is a form that no action has taken yet. */
export const isUntakenForm = () => answering.getStore()?.isUntaken === true;

/**
 * Gives, for the request being answered, a status as its cause has it: for want of the database, 503 instead of 500; for
 * a form that failed before any action took it, 400, since it cannot be read; for a page that says that a limit is spent
 * (db/request-mark.ts), 429 instead of 200, and 503 for one that gives back a form that could not be kept.
 */
export function statusByCause() {
  const request = answering.getStore();
  return (status) => {
    if (status === 200 && request?.retryAfter) return 429;
    if (status === 200 && request?.isNotKept) return 503;
    if (status === 500 && request?.isDatabaseAway) return 503;
    return status === 500 && request?.isUntaken ? 400 : status;
  };
}

/** After so many seconds what failed for want of the database may be asked for again. */
export const AWAY_SECONDS = 5;

/** The seconds after which the page being answered may be asked for again; 0 while no limit is spent and all was kept. */
export function retryAfter() {
  const request = answering.getStore();
  return request?.retryAfter || (request?.isNotKept ? AWAY_SECONDS : 0);
}
