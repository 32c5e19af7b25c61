import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What the portal finds out while it answers one request. Where the database fails (db/client.ts), that is noted here;
 * asking the database again later would tell of another moment.
 */
const answering = new AsyncLocalStorage();
globalThis.clubRequest = answering;

/** Runs what answers one request. */
export function answerRequest(run) {
  return answering.run({ isDatabaseAway: false, retryAfter: 0 }, run);
}

/**
 * Gives, for the request being answered, a status as its cause has it: for want of the database, 503 instead of 500; for
 * a page that says that a limit is spent (db/request-mark.ts), 429 instead of 200.
 */
export function statusByCause() {
  const request = answering.getStore();
  return (status) => {
    if (status === 200 && request?.retryAfter) return 429;
    return status === 500 && request?.isDatabaseAway ? 503 : status;
  };
}

/** The seconds after which the page being answered may be asked for again; 0 while no limit is spent. */
export const retryAfter = () => answering.getStore()?.retryAfter ?? 0;
