import fs from "node:fs";
import { runTrials } from "./hard/trials.mjs";
import { findBrowser } from "./launch/find-browser.mjs";
import { explain } from "./launch/log.mjs";
import { startTestPortal } from "./launch/test-portal.mjs";
import { temporaryFolder } from "./test-database.mjs";

const folder = temporaryFolder();
let portal;
try {
  const CHROMIUM_PATH = await findBrowser();
  portal = await startTestPortal(folder);
  const { failed } = await runTrials({ env: portal.env, CHROMIUM_PATH });
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
} finally {
  await portal?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
