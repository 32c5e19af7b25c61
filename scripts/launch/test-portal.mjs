import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { SETTING_NAMES } from "../../lib/core/settings.mjs";
import { Refusal } from "./log.mjs";
import { freePort } from "./port.mjs";
import { ROOT } from "./run.mjs";

/** The portal as `npm start` runs it, with the demo club, on a free port and data of its own. */
export async function startTestPortal(dataDir) {
  const smtpPort = String(await freePort());
  const translatorPort = String(await freePort());
  const port = String(await freePort());
  const env = {
    ...process.env,
    // Set, so that a developer's own settings do not reach the tests.
    ...Object.fromEntries(SETTING_NAMES.map((name) => [name, ""])),
    APP_ORIGIN: `http://localhost:${port}`,
    PORT: port,
    // The browsers of the tests say from where they come: limits count a client each.
    TRUSTED_PROXIES: "127.0.0.1, ::1",
    CLUB_DEMO: "1",
    DATA_DIR: dataDir,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: "Club <club@example.org>",
    TRANSLATION_PROVIDER: "libretranslate",
    TRANSLATION_URL: `http://127.0.0.1:${translatorPort}/translate`,
    TRANSLATION_NAME: "Essai SAS, Lyon",
  };
  const log = path.join(ROOT, "test-results", "portal.log");
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = fs.openSync(log, "w");
  const child = spawn(process.execPath, [path.join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await gone;
  };
  const open = await Promise.race([
    new Promise((resolve) => child.once("message", resolve)),
    gone.then(() => null),
  ]);
  fs.closeSync(output);
  if (!open) {
    throw new Refusal(
      `The portal did not start for the browser tests.\n${fs.readFileSync(log, "utf8")}`,
    );
  }
  return {
    stop,
    /** What the portal's own processes know, so that the tests can look behind the pages. */
    env: { ...open.env, SMTP_TEST_PORT: smtpPort, TRANSLATOR_TEST_PORT: translatorPort },
  };
}
