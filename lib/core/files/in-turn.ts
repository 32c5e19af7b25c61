import "server-only";
import { DeadlinePassed } from "@/db/errors";
import { createSemaphore } from "@/db/semaphore";
import { AppError } from "../errors";

/** Milliseconds that an upload waits for those before it. */
const PATIENCE_MS = 20_000;

// One queue for the process: a bundle of each route has a copy of this module.
const shared = globalThis as typeof globalThis & {
  clubUploads?: ReturnType<typeof createSemaphore>;
};
shared.clubUploads ??= createSemaphore(1, PATIENCE_MS);
const takeTurn = shared.clubUploads;

/**
 * Reads one upload after the other: form, copies and pixels of a single one are in memory at a time, and a picture takes
 * one core. What is still arriving holds nobody up. Throws `uploadsBusy` on `file` to whoever waits, or would wait, longer than 20 s.
 */
export async function inTurn<T>(read: () => Promise<T>): Promise<T> {
  const release = await takeTurn().catch((error) => {
    throw error instanceof DeadlinePassed ? new AppError("uploadsBusy", { field: "file" }) : error;
  });
  return read().finally(release);
}
