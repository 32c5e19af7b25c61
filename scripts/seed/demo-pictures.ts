import { existsSync, readFileSync } from "node:fs";
import type { Transaction } from "@/db/client";
import { contentOf, drawSmaller } from "@/lib/core/files/draw-image";
import { type FileContent, keepFile } from "@/lib/core/files/kept-file";

const FOLDER = new URL("../../db/seed/demo/", import.meta.url);

/** A picture that `scripts/demo-pictures.ts` drew, `side` pixels a side; null where there is none. */
function readPicture(name: string, side: number): FileContent | null {
  const file = new URL(name, FOLDER);
  if (!existsSync(file)) return null;
  return { ...contentOf("image", readFileSync(file)), width: side, height: side };
}

/** The files of a demo member's portrait, for their row; none for whoever keeps the sign of their name. */
export async function portraitOf(tx: Transaction, slug: string) {
  const drawn = readPicture(`faces/${slug}.webp`, 240);
  if (!drawn) return {};
  return {
    portraitId: await keepFile(tx, drawn),
    portraitMediumId: await keepFile(tx, await drawSmaller(drawn, 96)),
    portraitSmallId: await keepFile(tx, await drawSmaller(drawn, 48)),
  };
}

/** The file of a demo organisation's logo, for its row. */
export async function logoOf(tx: Transaction, slug: string) {
  const drawn = readPicture(`logos/${slug}.png`, 192);
  return { logoId: drawn && (await keepFile(tx, drawn)) };
}

/** The bytes of a picture that is attached to an entry of the demo. */
export const readAttachedPicture = (slug: string): Buffer =>
  readFileSync(new URL(`pictures/${slug}.webp`, FOLDER));
