import { readFileSync } from "node:fs";
import sharp from "sharp";

/**
 * Draws the club's sign as mails carry it, from the site's own icon. Its colours lie between those of day and night,
 * since a picture cannot know on which its reader's programme lays it: 3.4 to 1 at least on `#fefdfb` and on `#212831`.
 */

const FILE = "lib/core/mail/mail-mark.png";
/** Three times the size at which it is shown. */
const SIZE = 120;

const icon = readFileSync("public/favicon.svg", "utf8")
  .replace(/<style>.*<\/style>/, "")
  .replaceAll("#11556b", "#2a86a5")
  .replaceAll("#cf3a21", "#d9472c");

await sharp(Buffer.from(icon), { density: 72 * (SIZE / 48) })
  .resize(SIZE, SIZE)
  .png({ palette: true, compressionLevel: 9, effort: 10 })
  .toFile(FILE);
