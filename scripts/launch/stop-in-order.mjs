import { explain, say } from "./log.mjs";

/**
 * Stops what runs, by name. First all learn that the end is meant: a service manager may have told every process at once,
 * and nobody is started again meanwhile. Then in this order, so that nobody is left without what they need.
 */
export async function stopInOrder(running) {
  for (const part of Object.values(running)) part.expectEnd();
  for (const name of ["web server", "worker", "database"]) {
    if (!running[name]) continue;
    say(`Stopping the ${name}`);
    await running[name].stop().catch(explain);
  }
}
