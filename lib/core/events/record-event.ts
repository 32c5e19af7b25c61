import "server-only";
import { record } from "./record";

export type { ClubEvent } from "./record";

/** The former name of `record`. */
export const recordEvent: typeof record = record;
