import { runTrials } from "./hard/trials.mjs";
import { findBrowser } from "./launch/find-browser.mjs";
import { withTestPortal } from "./launch/with-test-portal.mjs";

await withTestPortal(async (env) => {
  const { failed } = await runTrials({ env, CHROMIUM_PATH: await findBrowser() });
  return failed === 0;
});
