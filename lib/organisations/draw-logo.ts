import "server-only";
import { AppError } from "@/lib/core/errors";
import { drawImage, type SentFile } from "@/lib/core/files/draw-image";
import type { FileContent } from "@/lib/core/files/kept-file";
import upload from "./logo.upload.json" with { type: "json" };

/** Bytes of a picture as it is sent; the front refuses more than a little above. */
export const LOGO_BYTES = upload.mostBytes;

/**
 * Draws a sent picture anew as a PNG of at most 512 pixels a side, without anything that was hidden in it. Only JPEG,
 * PNG and WebP whose name and first bytes agree. Throws on `logo`: `logoTooLarge`, `logoNotAPicture`,
 * `logoTooManyPixels`, `logoUnreadable`.
 */
export async function drawLogo(sent: SentFile): Promise<FileContent> {
  if (sent.bytes.length > LOGO_BYTES) throw new AppError("logoTooLarge", { field: "logo" });
  return drawImage(sent, {
    mostSide: 5000,
    drawnSide: 512,
    as: "png",
    field: "logo",
    refusals: {
      notAPicture: "logoNotAPicture",
      tooManyPixels: "logoTooManyPixels",
      unreadable: "logoUnreadable",
    },
  });
}
