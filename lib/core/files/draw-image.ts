import "server-only";
import { createHash } from "node:crypto";
import sharp from "sharp";
import { AppError, type ErrorCode } from "../errors";
import type { FileContent } from "./kept-file";

export type SentFile = { name: string; bytes: Buffer };

type ImageFormat = "jpeg" | "png" | "webp";

type Drawing = {
  /** Widest and highest a sent picture may be, and the drawn one, in pixels. */
  mostSide: number;
  drawnSide: number;
  /** Filled to the edge as a square, cut where least is to be seen; else the whole fits inside. */
  isSquare?: boolean;
  /** Drawn in this format; in its own without. */
  as?: ImageFormat;
  /** The field and the codes of what is refused. */
  field: string;
  refusals: Record<"notAPicture" | "tooManyPixels" | "unreadable", ErrorCode>;
};

const ENDINGS: Record<ImageFormat, RegExp> = {
  jpeg: /\.jpe?g$/i,
  png: /\.png$/i,
  webp: /\.webp$/i,
};

/** What each format is drawn with. */
const QUALITY = {
  jpeg: { quality: 85 },
  png: { compressionLevel: 9 },
  webp: { quality: 85 },
} as const;

/** Pixels of an interlaced PNG or a progressive JPEG, all of which are held until the last comes: others go by lines. */
const MOST_HELD: Record<ImageFormat, number> = {
  jpeg: 25_000_000,
  png: 16_000_000,
  webp: Number.POSITIVE_INFINITY,
};

const SHAPE = {
  square: { fit: "cover", position: sharp.strategy.attention },
  whole: { fit: "inside" },
} as const;

// Every other decoder of the library is closed: some have let strangers' code run.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});
// A picture now and then: what has been read need not be kept.
sharp.cache(false);
// One thread leaves the others, and memory, to those who read.
sharp.concurrency(1);

/**
 * Draws a sent picture anew, upright, at most `drawnSide` pixels a side, in sRGB, without anything that was hidden in it; of a
 * moving picture the first frame. Only JPEG, PNG and WebP whose name and first bytes agree. Throws the codes it is given,
 * on the field it is given.
 */
export async function drawImage(sent: SentFile, drawing: Drawing): Promise<FileContent> {
  const { mostSide, drawnSide, isSquare, field, refusals } = drawing;
  const refusal = (why: keyof Drawing["refusals"]) => new AppError(refusals[why], { field });
  const readable = <T>(run: Promise<T>) =>
    run.catch(() => {
      throw refusal("unreadable");
    });
  if (sent.bytes.length === 0) throw refusal("unreadable");
  const format = sniffImage(sent.bytes);
  if (!format || !ENDINGS[format].test(sent.name)) throw refusal("notAPicture");
  const { width, height, isProgressive } = await readable(
    sharp(sent.bytes, { limitInputPixels: false }).metadata(),
  );
  const isHeldWhole = isProgressive && width * height > MOST_HELD[format];
  if (Math.max(width, height) > mostSide || isHeldWhole) throw refusal("tooManyPixels");
  const as = drawing.as ?? format;
  const { data: content, info } = await readable(
    sharp(sent.bytes, { failOn: "truncated", limitInputPixels: mostSide ** 2 })
      .rotate()
      .resize({
        width: drawnSide,
        height: drawnSide,
        withoutEnlargement: true,
        ...SHAPE[isSquare ? "square" : "whole"],
      })
      .toFormat(as, QUALITY[as])
      .toBuffer({ resolveWithObject: true }),
  );
  return { ...contentOf("image", content), width: info.width, height: info.height };
}

/** What was drawn, drawn once more as a square of this side, as WebP. */
export async function drawSmaller(drawn: FileContent, side: number): Promise<FileContent> {
  const content = await drawCut(drawn.content, side, side);
  return { ...contentOf("image", content), width: side, height: side };
}

/** A picture that was drawn, filled to the edges of a smaller one and cut in the middle, as WebP. */
export const drawCut = (content: Buffer, width: number, height: number): Promise<Buffer> =>
  sharp(content).resize(width, height).webp(QUALITY.webp).toBuffer();

/** Bytes as they are kept, with their hash in hexadecimal figures. */
export function contentOf(kind: FileContent["kind"], content: Buffer): FileContent {
  const hash = createHash("sha256").update(content).digest("hex");
  return { kind, content, size: content.length, hash };
}

/** What the first bytes say it is, whatever the name; null for no picture of ours. */
function sniffImage(bytes: Buffer): ImageFormat | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return "jpeg";
  if (bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"))) return "png";
  const isWebp =
    bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP";
  return isWebp ? "webp" : null;
}
