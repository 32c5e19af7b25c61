import { create } from "qrcode";

/** Modules of quiet ground around a QR code (ISO/IEC 18004 asks for four). */
const QUIET = 4;

/**
 * A QR code (ISO/IEC 18004, level M) of an address, as the path of an SVG whose view box is `side` modules wide: one
 * row of dark modules after the other, on light ground.
 */
export function drawQr(address: string): { side: number; path: string } {
  const { modules } = create(address, { errorCorrectionLevel: "M" });
  const { size, data } = modules;
  const rows = Array.from({ length: size }, (_, y) => data.slice(y * size, (y + 1) * size));
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => draw(x, y, length)));
  return { side: size + 2 * QUIET, path: path.join("") };
}

const draw = (x: number, y: number, length: number) =>
  `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`;

/** Where dark modules begin in a row, and how many follow each other. */
function runsOf(row: Uint8Array): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}
