import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawLogo, LOGO_BYTES } from "./draw-logo";

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: "#176781" } });

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    },
  });

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>',
);

describe("a picture is drawn anew", () => {
  test.each([
    ["logo.png", () => blank(1200, 600).png().toBuffer(), 512, 256],
    ["logo.JPG", () => noise(300, 900).jpeg().toBuffer(), 171, 512],
    ["商标.webp", () => blank(64, 64).webp().toBuffer(), 64, 64],
  ])("%s", async (name, make, width, height) => {
    const drawn = await drawLogo({ name, bytes: await make() });
    expect(drawn).toMatchObject({ width, height, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await sharp(drawn.content).metadata()).toMatchObject({ format: "png", width, height });
  });

  test("with nothing hidden in it, upright", async () => {
    const bytes = await noise(40, 20)
      .withExif({ IFD0: { Copyright: "canary", Artist: "Agathe" }, IFD3: { GPSLatitude: "45/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(bytes.includes("canary") || (await sharp(bytes).metadata()).exif).toBeTruthy();
    const { content, width, height } = await drawLogo({ name: "a.jpeg", bytes });
    const { exif, icc, xmp, iptc } = await sharp(content).metadata();
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(content.includes("canary")).toBe(false);
    expect([width, height]).toEqual([20, 40]);
  });

  test("bytes behind the picture are left behind", async () => {
    const bytes = Buffer.concat([
      await blank(10, 10).png().toBuffer(),
      Buffer.from("<?php canary"),
    ]);
    const { content } = await drawLogo({ name: "a.png", bytes });
    expect(content.includes("canary")).toBe(false);
  });
});

describe("what is no picture is refused in words", () => {
  const png = () => blank(10, 10).png().toBuffer();
  const cut = async () => (await noise(400, 400).jpeg().toBuffer()).subarray(0, 9000);
  const bomb = () => blank(8000, 8000).removeAlpha().png({ compressionLevel: 6 }).toBuffer();

  test.each([
    ["an SVG", "logo.svg", async () => svg, "logoNotAPicture"],
    ["an SVG that calls itself PNG", "logo.png", async () => svg, "logoNotAPicture"],
    ["a PNG that calls itself SVG", "logo.svg", png, "logoNotAPicture"],
    ["a PNG that calls itself JPEG", "logo.jpg", png, "logoNotAPicture"],
    ["a GIF", "logo.gif", () => blank(9, 9).gif().toBuffer(), "logoNotAPicture"],
    [
      "a TIFF that calls itself PNG",
      "a.png",
      () => blank(9, 9).tiff().toBuffer(),
      "logoNotAPicture",
    ],
    ["nothing", "logo.png", async () => Buffer.alloc(0), "logoUnreadable"],
    ["30 MB", "logo.png", async () => Buffer.alloc(30 * 1024 ** 2), "logoTooLarge"],
    ["a byte too many", "logo.png", async () => Buffer.alloc(LOGO_BYTES + 1), "logoTooLarge"],
    ["a JPEG cut short", "logo.jpg", cut, "logoUnreadable"],
    ["a PNG cut short", "logo.png", async () => (await png()).subarray(0, 40), "logoUnreadable"],
    ["64 million pixels in a few bytes", "logo.png", bomb, "logoTooManyPixels"],
  ])(
    "%s",
    async (_case, name, make, code) => {
      const bytes = await make();
      await expect(drawLogo({ name, bytes })).rejects.toMatchObject({ code, field: "logo" });
    },
    20_000,
  );
});
