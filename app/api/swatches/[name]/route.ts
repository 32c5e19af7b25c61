import { createHash } from "node:crypto";
import { NIGHT_STYLE } from "@/lib/core/swatches/colours";
import { drawSwatch } from "@/lib/core/swatches/draw-swatch";
import { readSwatch } from "@/lib/core/swatches/swatch";

type Context = { params: Promise<{ name: string }> };

const NIGHT = createHash("sha256").update(NIGHT_STYLE).digest("base64");

const HEADERS = {
  "Content-Type": "image/svg+xml",
  "Cache-Control": "public, max-age=31536000, immutable",
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${NIGHT}'; sandbox`,
  "X-Content-Type-Options": "nosniff",
};

/** A swatch, to anybody: all that it shows stands in its address. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const swatch = readSwatch((await params).name);
  return swatch
    ? new Response(drawSwatch(swatch), { headers: HEADERS })
    : new Response(null, { status: 404 });
}
