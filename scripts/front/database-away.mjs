import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What the portal finds out while it answers one request. Where the database fails (db/client.ts), that is noted here;
 * asking the database again later would tell of another moment.
 */
const answering = new AsyncLocalStorage();
globalThis.clubRequest = answering;

/** Runs what answers one request. */
export function answerRequest(run) {
  return answering.run({ isDatabaseAway: false }, run);
}

/** Gives, for the request being answered, a status as its cause has it: for want of the database, 503 instead of 500. */
export function statusByCause() {
  const request = answering.getStore();
  return (status) => (status === 500 && request?.isDatabaseAway ? 503 : status);
}
