import fs from "node:fs";
import { temporaryFolder } from "../test-database.mjs";
import { explain } from "./log.mjs";
import { startTestPortal } from "./test-portal.mjs";

/** Runs a command on a portal of the demo club made for it, and takes the portal away; ends with 1 unless it is good. */
export async function withTestPortal(isGood) {
  const folder = temporaryFolder();
  let portal;
  try {
    portal = await startTestPortal(folder);
    process.exitCode = (await isGood(portal.env)) ? 0 : 1;
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  } finally {
    await portal?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
