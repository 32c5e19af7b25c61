import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** The name by which a letter shows the club's sign that it carries (RFC 2392). */
export const MARK_ADDRESS = "cid:mark";

/** Drawn by `scripts/mail-mark.mjs`. */
const FILE = "lib/core/mail/mail-mark.png";

let drawn: Promise<Buffer> | undefined;

/** The club's sign as a letter carries it: a PNG three times as large as it is shown. */
export function readMark(): Promise<Buffer> {
  drawn ??= readFile(path.join(process.cwd(), FILE));
  return drawn;
}
