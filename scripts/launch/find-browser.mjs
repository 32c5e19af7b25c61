import fs from "node:fs";
import path from "node:path";
import { Refusal, step, warn } from "./log.mjs";
import { run } from "./run.mjs";

/** Chromium without a window needs a tenth less of the machine than one that hides it. */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const onPath = (name) =>
  (process.env.PATH ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));

const systemBrowser = () =>
  NAMES.map(onPath).find(Boolean) ?? APPLICATIONS.find((file) => fs.existsSync(file));

async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return fs.existsSync(file) ? file : undefined;
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !onPath("apt-get")) return;
  await step("Installing Chromium from the system's packages", async () => {
    await run("apt-get", ["update", "-q"]);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const install = (name) =>
      run("apt-get", ["install", "-y", "-q", name, "fonts-noto-cjk"], { env });
    const isInstalled = async (name) => (await install(name)).code === 0;
    if (!(await isInstalled(SHELL)) && !(await isInstalled("chromium")))
      warn("The system's packages have no Chromium to give.");
  });
}

async function installFromPlaywright() {
  await step("Installing Playwright's Chromium", async () => {
    const { code } = await run(process.execPath, [
      "node_modules/@playwright/test/cli.js",
      "install",
      "chromium",
    ]);
    if (code !== 0) warn("Playwright's Chromium could not be downloaded.");
  });
}

/** The browser of the tests: one that is named, Playwright's, the system's, or one installed now. */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const found = (await playwrightBrowser()) ?? systemBrowser();
  if (found) return found;
  await installFromDebian();
  if (!systemBrowser()) await installFromPlaywright();
  const installed = systemBrowser() ?? (await playwrightBrowser());
  if (installed) return installed;
  throw new Refusal(
    "No browser was found and none could be installed.",
    "Install Chromium or Chrome, or set CHROMIUM_PATH to the program, then run npm test again.",
  );
}
