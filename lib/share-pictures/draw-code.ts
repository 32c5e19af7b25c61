import "server-only";
import { create } from "qrcode";
import sharp from "sharp";

/** Pixels of a module: 300 and more a side, so that a saved picture is read on another screen and printed sharp. */
const MODULE = 8;

/** Modules of quiet ground around it (ISO/IEC 18004 asks for four). */
const QUIET = 4 * MODULE;

/** A QR code (ISO/IEC 18004, level M) of an address, dark on light, as PNG of two colours. */
export async function drawCode(address: string): Promise<Buffer> {
  const { size, data } = create(address, { errorCorrectionLevel: "M" }).modules;
  const light = Buffer.from(data.map((isDark) => (isDark ? 0 : 255)));
  const edge = { top: QUIET, bottom: QUIET, left: QUIET, right: QUIET, background: "#fff" };
  return sharp(light, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * MODULE, size * MODULE, { kernel: "nearest" })
    .extend(edge)
    .png({ palette: true, colours: 2, compressionLevel: 9 })
    .toBuffer();
}
