import jsQR from "jsqr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawQr } from "./qr-drawing";

/** What a telephone reads in the drawn code. */
async function read(address: string): Promise<string | undefined> {
  const { side, path } = drawQr(address);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="400" height="400"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#171d26"/></svg>`;
  const picture = sharp(Buffer.from(svg)).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

test.each([
  "https://club.example.org/zh/projects/shared-office-guangzhou",
  "http://localhost:3000/fr/projects/acheter-ensemble-a-ningbo-et-a-wuhan-avec-d-autres",
  `https://portail.club-lyon-chine.example.org/en/projects/${"a".repeat(60)}-1f3b`,
])("%s is read as it is, with its language", async (address) => {
  expect(await read(address)).toBe(address);
});
