import { needDatabases, readWishes, runTrials } from "./hard/trials.mjs";
import { findBrowser } from "./launch/find-browser.mjs";
import { tally } from "./launch/tally.mjs";
import { withTestPortal } from "./launch/with-test-portal.mjs";
import { provideTemplate } from "./test-database.mjs";

await withTestPortal(async (env) => {
  const count = tally();
  const wishes = readWishes(process.argv.slice(2));
  const template = needDatabases(wishes) ? await provideTemplate() : undefined;
  Object.assign(process.env, template?.env);
  try {
    await runTrials({ env, CHROMIUM_PATH: await findBrowser() }, count, wishes);
  } finally {
    await template?.remove();
  }
  return count.close(performance.now() / 1000);
});
