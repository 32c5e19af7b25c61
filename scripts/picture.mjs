import "./launch/check-node.mjs";
import { chromium } from "@playwright/test";
import { findBrowser } from "./launch/find-browser.mjs";
import { print } from "./launch/log.mjs";
import { withTestPortal } from "./launch/with-test-portal.mjs";

/** `npm run picture`: draws README's picture of the home page anew. */

const FILE = ".github/home.png";
const SIZE = { width: 1280, height: 900 };

await withTestPortal(async (env) => {
  const isRoot = process.getuid?.() === 0;
  const args = ["--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: isRoot ? ["--no-sandbox", ...args] : args,
  });
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: "light" });
    await page.goto(`${env.APP_ORIGIN}/en`, { waitUntil: "networkidle" });
    await page.screenshot({ path: FILE });
  } finally {
    await browser.close();
  }
  print(`Drawn: ${FILE}`);
  return true;
});
