import sharp from "sharp";
import { BLUE_THREAD, RED_THREAD } from "@/components/shell/confluence-threads";
import { drawQr } from "@/components/ui/qr-drawing";
import { DYES, GROUNDS } from "@/lib/core/swatches/colours";
import { drawCloth } from "@/lib/core/swatches/draw-swatch";
import type { Swatch } from "@/lib/core/swatches/swatch";
import { THREADS_BOX } from "@/lib/core/swatches/threads";
import type { Poster } from "@/lib/share-pictures/share-address";
import { drawPoster } from "./draw-poster";
import { isDrawable, outline, setTitle } from "./set-title";

export type SharePicture = {
  title: string;
  swatch: Swatch;
  /** Of what is held on a day. */
  poster?: Poster;
  clubName: string;
  /** Of the page, for its code. */
  address: string;
};

const WIDTH = 1200;
const HEIGHT = 630;
const INK = "#171d26";
/** The cloth is drawn twice as large as on a page. */
const CLOTH = 2;
const LEFT = 360;
const MARGIN = 64;
const CODE = 150;
/** A title that leaves room for the day above it and the clocks below. */
const BELOW_DAY = { sizes: [54, 46, 40], most: 2 };

/** Draws a share picture as PNG: cloth, title, club and code. Only for the worker: it opens SVG to the library. */
export async function drawSharePicture(picture: SharePicture): Promise<Buffer> {
  const svg = Buffer.from(compose(picture));
  // Uploads are read in another process, which refuses it.
  sharp.unblock({ operation: ["VipsForeignLoadSvgBuffer"] });
  return sharp(svg, { limitInputPixels: WIDTH * HEIGHT })
    .png({ palette: true, colours: picture.poster ? 16 : 48, compressionLevel: 9, effort: 7 })
    .toBuffer();
}

/** A title that cannot be drawn leaves its place to the cloth. */
export function compose({ title, swatch, poster, clubName, address }: SharePicture): string {
  const left = LEFT + MARGIN;
  const wide = WIDTH - left - MARGIN;
  const set = setTitle(title, wide, poster && BELOW_DAY);
  const top = poster ? 250 : 150;
  const lines = set?.lines.map((line, index) =>
    outline(line, left, top + index * set.size * 1.3, set.size),
  );
  const below = set ? top + (set.lines.length - 1) * set.size * 1.3 : top;
  const foot = HEIGHT - MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<path fill="#fefdfb" d="M0 0h${WIDTH}v${HEIGHT}H0z"/>`,
    set ? cloth(swatch, LEFT, HEIGHT) : cloth(swatch, WIDTH, HEIGHT - CODE - 2 * MARGIN),
    lines ? `<path fill="${INK}" d="${lines.join("")}"/>` : "",
    set && poster ? drawPoster(poster, { left, wide, below, beside: wide - CODE - 24 }) : "",
    mark(set ? left : MARGIN, foot - 52),
    isDrawable(clubName)
      ? `<path fill="${INK}" d="${outline(clubName, (set ? left : MARGIN) + 70, foot - 16, 30)}"/>`
      : "",
    code(address),
    "</svg>",
  ].join("");
}

function cloth(swatch: Swatch, width: number, height: number): string {
  const { width: wide, height: high } = THREADS_BOX;
  const box =
    swatch.weave === "threads" ? ` viewBox="0 0 ${wide} ${high}" preserveAspectRatio="none"` : "";
  return (
    `<g transform="scale(${CLOTH})"><svg width="${width / CLOTH}" height="${height / CLOTH}"${box}>` +
    `${drawCloth(swatch)}</svg></g>`
  );
}

const mark = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})scale(1.1)" fill="none" stroke-width="2.5" stroke-linecap="round">` +
  `<path stroke="${DYES.river}" d="${BLUE_THREAD}"/><path stroke="${DYES.kapok}" d="${RED_THREAD}"/>` +
  `<circle fill="${DYES.kapok}" cx="29" cy="18.6" r="2.1"/></g>`;

function code(address: string): string {
  const { side, path } = drawQr(address);
  const scale = CODE / side;
  const [x, y] = [WIDTH - MARGIN - CODE + 12, HEIGHT - MARGIN - CODE + 12];
  return (
    `<g transform="translate(${x} ${y})scale(${scale})" shape-rendering="crispEdges">` +
    `<path fill="${GROUNDS.silk}" d="M0 0h${side}v${side}H0z"/><path fill="${INK}" d="${path}"/></g>`
  );
}
