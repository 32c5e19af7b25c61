import fs from "node:fs";
import { explain, print } from "./launch/log.mjs";
import { startTestPortal } from "./launch/test-portal.mjs";
import { weighPages } from "./launch/weigh-pages.mjs";
import { temporaryFolder } from "./test-database.mjs";

const folder = temporaryFolder();
let portal;
try {
  portal = await startTestPortal(folder);
  const { within, over } = await weighPages(portal.env);
  print(`${within} pages within their budget (KiB, gzip), ${over} over`);
  process.exitCode = over === 0 ? 0 : 1;
} catch (error) {
  explain(error);
  process.exitCode = 1;
} finally {
  await portal?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
