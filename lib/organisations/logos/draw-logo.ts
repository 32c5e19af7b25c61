import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import { AppError } from "@/lib/core/errors";

export type DrawnLogo = { image: Buffer; width: number; height: number; hash: string };

/** Bytes of a picture as it is sent; the front refuses more than a little above. */
export const LOGO_BYTES = 2 * 1024 ** 2;

/** Widest and highest a sent picture may be, and the drawn one. */
const MOST_PIXELS = 5000;
const DRAWN_PIXELS = 512;

type Format = "jpeg" | "png" | "webp";

const ENDINGS: Record<Format, RegExp> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  webp: /\.webp$/i,
};

// Every other decoder of the library is closed: some have let strangers' code run.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
// A logo now and then: what has been read need not be kept.
sharp.cache(false);

/**
 * Draws a sent picture anew as a PNG of at most 512 pixels a side, without anything that was hidden in it. Only JPEG,
 * PNG and WebP whose name and first bytes agree. Throws on `logo`: `logoTooLarge`, `logoNotAPicture`,
 * `logoTooManyPixels`, `logoUnreadable`.
 */
export async function drawLogo(sent: { name: string; bytes: Buffer }): Promise<DrawnLogo> {
  const { name, bytes } = sent;
  if (bytes.length > LOGO_BYTES) throw refusal("logoTooLarge");
  const format = sniff(bytes);
  if (!format || !ENDINGS[format].test(name)) throw refusal("logoNotAPicture");
  const { width, height } = await readable(() =>
    sharp(bytes, { limitInputPixels: false }).metadata(),
  );
  if (Math.max(width, height) > MOST_PIXELS) throw refusal("logoTooManyPixels");
  const { data, info } = await readable(() =>
    sharp(bytes, { failOn: "truncated", limitInputPixels: MOST_PIXELS ** 2 })
      .rotate()
      .resize({
        width: DRAWN_PIXELS,
        height: DRAWN_PIXELS,
        fit: "inside",
        withoutEnlargement: true,
      })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true }),
  );
  const hash = createHash("sha256").update(data).digest("hex");
  return { image: data, width: info.width, height: info.height, hash };
}

const refusal = (code: AppError["code"]) => new AppError(code, { field: "logo" });

async function readable<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch {
    throw refusal("logoUnreadable");
  }
}

/** What the first bytes say it is. */
function sniff(bytes: Buffer): Format | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "png";
  const isWebp =
    bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
  return isWebp ? "webp" : null;
}
