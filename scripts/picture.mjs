import "./launch/check-node.mjs";
import fs from "node:fs";
import { chromium } from "@playwright/test";
import { findBrowser } from "./launch/find-browser.mjs";
import { explain, print } from "./launch/log.mjs";
import { startTestPortal } from "./launch/test-portal.mjs";
import { temporaryFolder } from "./test-database.mjs";

/** `npm run picture`: draws README's picture of the home page anew. */

const FILE = ".github/home.png";
const SIZE = { width: 1280, height: 900 };

const folder = temporaryFolder();
let portal;
let browser;
try {
  const executablePath = await findBrowser();
  portal = await startTestPortal(folder);
  const isRoot = process.getuid?.() === 0;
  const args = ["--disable-gpu", "--disable-background-networking"];
  browser = await chromium.launch({
    executablePath,
    args: isRoot ? ["--no-sandbox", ...args] : args,
  });
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
  await page.goto(`${portal.env.APP_ORIGIN}/en`, { waitUntil: "networkidle" });
  await page.screenshot({ path: FILE });
  print(`Drawn: ${FILE}`);
} catch (error) {
  explain(error);
  process.exitCode = 1;
} finally {
  await browser?.close();
  await portal?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
