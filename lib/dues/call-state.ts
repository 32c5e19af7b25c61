/** What became of a call. */
export const CALL_STATES = ["open", "paid", "cancelled"] as const;
export type CallState = (typeof CALL_STATES)[number];

/** The state of a call by what was issued on it. */
export const callState = (call: { isPaid: boolean; isCancelled: boolean }): CallState =>
  call.isCancelled ? "cancelled" : call.isPaid ? "paid" : "open";
