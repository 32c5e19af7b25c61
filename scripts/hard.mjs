import { readWishes, runTrials } from "./hard/trials.mjs";
import { findBrowser } from "./launch/find-browser.mjs";
import { tally } from "./launch/tally.mjs";
import { withTestPortal } from "./launch/with-test-portal.mjs";

await withTestPortal(async (env) => {
  const count = tally();
  const wishes = readWishes(process.argv.slice(2));
  await runTrials({ env, CHROMIUM_PATH: await findBrowser() }, count, wishes);
  return count.close(performance.now() / 1000);
});
