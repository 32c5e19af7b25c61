/** The name whose advisory lock, `hashtextextended(name, 0)`, the one worker of a database holds. */
export const WORKER_LOCK = "club.worker";
