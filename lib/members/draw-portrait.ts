import "server-only";
import { AppError } from "@/lib/core/errors";
import { drawImage, drawSmaller, type SentFile } from "@/lib/core/files/draw-image";
import type { FileContent } from "@/lib/core/files/kept-file";
import { PORTRAIT_SIDES, type PortraitSide } from "./face";
import upload from "./portrait.upload.json" with { type: "json" };

/** Bytes of a picture as it is sent; the front refuses more than a little above. */
export const PORTRAIT_BYTES = upload.mostBytes;

export type Portrait = Record<PortraitSide, FileContent>;

/**
 * Draws a sent picture anew as three squares (WebP, sRGB, a few KB each), upright, without anything that was hidden in
 * it; of a moving picture the first frame. Only JPEG, PNG and WebP whose name and first bytes agree, up to 64 million
 * pixels. Throws on `portrait`: `portraitTooLarge`, `portraitNotAPicture`, `portraitTooManyPixels`,
 * `portraitUnreadable`.
 */
export async function drawPortrait(sent: SentFile): Promise<Portrait> {
  if (sent.bytes.length > PORTRAIT_BYTES) {
    throw new AppError("portraitTooLarge", { field: "portrait" });
  }
  const [largest] = PORTRAIT_SIDES;
  // PNG loses nothing, so that each size is drawn from all there is.
  const drawn = await drawImage(sent, {
    mostSide: 8200,
    drawnSide: largest,
    isSquare: true,
    as: "png",
    field: "portrait",
    refusals: {
      notAPicture: "portraitNotAPicture",
      tooManyPixels: "portraitTooManyPixels",
      unreadable: "portraitUnreadable",
    },
  });
  const sizes = PORTRAIT_SIDES.map(async (side) => [side, await drawSmaller(drawn, side)] as const);
  return Object.fromEntries(await Promise.all(sizes)) as Portrait;
}
