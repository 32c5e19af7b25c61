import jsQR from "jsqr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { codeHref, readCodeName } from "./code-address";
import { drawCode } from "./draw-code";

test.each([
  "http://localhost:3000/fr/projects/a",
  "https://club.example.org/zh/projects/shared-office-guangzhou",
  `https://portail.club-lyon-chine.example.org/en/projects/${"a".repeat(120)}`,
])("%s is read as it is from the picture that one saves, which is small", async (address) => {
  const picture = await drawCode(address);
  expect(picture.length).toBeLessThan(1200);
  const pixels = sharp(picture).ensureAlpha().raw();
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
  expect(info.width).toBeGreaterThanOrEqual(250);
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address);
});

test("an address is read as the page it was made of, and nothing else is one", () => {
  for (const to of ["/projects/soierie-2", "/about"]) {
    const [, , , locale, ...parts] = codeHref("zh", to).split("/");
    expect([locale, readCodeName(parts)]).toEqual(["zh", to]);
  }
  for (const junk of ["", ".png", "projects/a", "projects/a.svg", "Projects/a.png", "a//b.png"]) {
    expect(readCodeName(junk.split("/")), junk).toBeNull();
  }
  for (const junk of ["@evil.example.png", "a/b/c/d.png", "..png", `${"a".repeat(121)}.png`]) {
    expect(readCodeName(junk.split("/")), junk).toBeNull();
  }
});
