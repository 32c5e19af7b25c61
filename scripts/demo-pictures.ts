import { mkdir, writeFile } from "node:fs/promises";
import sharp from "sharp";
import faces from "@/db/seed/demo/faces.json";
import logos from "@/db/seed/demo/logos.json";
import { type DemoMark, drawDemoLogo } from "./seed/demo-logo";
import { type DemoFace, drawDemoPortrait } from "./seed/demo-portrait";
import { drawDemoOffice } from "./seed/demo-scene";

/** Draws the faces, logos and pictures of the demo club anew into `db/seed/demo`: small files, so that a seed reads no SVG. */
const FOLDER = new URL("../db/seed/demo/", import.meta.url);

const drawn = (svg: string) => sharp(Buffer.from(svg), { density: 288 });

for (const folder of ["faces/", "logos/", "pictures/"])
  await mkdir(new URL(folder, FOLDER), { recursive: true });
for (const [slug, face] of Object.entries(faces) as [string, DemoFace][]) {
  const picture = drawn(drawDemoPortrait(face)).resize(240, 240);
  const bytes = await picture.webp({ quality: 60, effort: 6, smartSubsample: true }).toBuffer();
  await writeFile(new URL(`faces/${slug}.webp`, FOLDER), bytes);
}
for (const [slug, mark] of Object.entries(logos) as [string, DemoMark][]) {
  const picture = drawn(drawDemoLogo(mark)).resize(192, 192);
  const bytes = await picture.png({ palette: true, colours: 16, compressionLevel: 9 }).toBuffer();
  await writeFile(new URL(`logos/${slug}.png`, FOLDER), bytes);
}
const office = await sharp(Buffer.from(drawDemoOffice()))
  .webp({ quality: 70, effort: 6 })
  .toBuffer();
await writeFile(new URL("pictures/shared-office-guangzhou.webp", FOLDER), office);
