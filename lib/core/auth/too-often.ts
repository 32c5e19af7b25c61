import "server-only";
import { markTooOften } from "@/db/request-mark";
import { AppError } from "../errors";

const secondsOf = (error: AppError) => Number(error.values.minutes ?? 1) * 60;

/** What a 429 answer tells beside its words: when to ask again. Throws on what is no refusal of a limit. */
export function tooOftenHeaders(error: unknown): { "Retry-After": string } {
  if (!(error instanceof AppError)) throw error;
  return { "Retry-After": String(secondsOf(error)) };
}

/** Makes the page that is being drawn, which says that a limit is spent, a 429. Throws on what is no such refusal. */
export function drawnTooOften(error: unknown): AppError {
  if (!(error instanceof AppError)) throw error;
  markTooOften(secondsOf(error));
  return error;
}
