import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawPortrait, PORTRAIT_BYTES } from "./draw-portrait";
import { PORTRAIT_SIDES } from "./face";

const blank = (width: number, height: number, background = "#176781") =>
  sharp({ create: { width, height, channels: 3, background } });

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

/** Two frames, red and then green. */
const moving = async () => {
  const frames = [
    await blank(60, 60, "#f00").png().toBuffer(),
    await blank(60, 60, "#0f0").png().toBuffer(),
  ];
  return sharp(frames, { join: { animated: true } })
    .webp({ delay: [100, 100] })
    .toBuffer();
};

const colourOf = async (content: Buffer) => {
  const { channels } = await sharp(content).stats();
  return channels.slice(0, 3).map(({ mean }) => Math.round(mean));
};

describe("a portrait is drawn anew as three squares of a few KB", () => {
  test.each<[string, string, () => Promise<Buffer>]>([
    ["a wide JPEG", "me.JPG", () => noise(1600, 900).jpeg().toBuffer()],
    ["a high PNG", "照片.png", () => noise(300, 900).png().toBuffer()],
    ["a small WebP", "me.webp", () => noise(64, 40).webp().toBuffer()],
    ["40 million pixels", "me.jpeg", () => blank(7300, 5500).jpeg().toBuffer()],
    [
      "a camera's 24 million, progressive",
      "me.jpeg",
      () => blank(6000, 4000).jpeg({ progressive: true }).toBuffer(),
    ],
  ])(
    "%s",
    async (_case, name, make) => {
      const drawn = await drawPortrait({ name, bytes: await make() });
      for (const side of PORTRAIT_SIDES) {
        const { content, size, width, height } = drawn[side];
        expect([width, height]).toEqual([side, side]);
        expect(await sharp(content).metadata()).toMatchObject({
          format: "webp",
          width: side,
          height: side,
        });
        expect(size).toBeLessThan(40_000);
      }
      expect(drawn[48].size).toBeLessThan(2500);
    },
    20_000,
  );

  test("without where it was taken, or anything else that was hidden in it", async () => {
    const bytes = await noise(400, 200)
      .withExif({ IFD0: { Artist: "canary" }, IFD3: { GPSLatitude: "45/1", GPSLongitude: "4/1" } })
      .withMetadata({ orientation: 6, icc: "p3" })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeTruthy();
    const drawn = await drawPortrait({
      name: "a.jpeg",
      bytes: Buffer.concat([bytes, Buffer.from("<?php canary")]),
    });
    for (const side of PORTRAIT_SIDES) {
      const { exif, icc, xmp, iptc } = await sharp(drawn[side].content).metadata();
      expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(drawn[side].content.includes("canary")).toBe(false);
    }
  });

  test("of a moving picture the first frame", async () => {
    const bytes = await moving();
    expect((await sharp(bytes).metadata()).pages).toBe(2);
    const { 240: drawn } = await drawPortrait({ name: "me.webp", bytes });
    expect((await sharp(drawn.content).metadata()).pages).toBeUndefined();
    const [red = 0, green = 0] = await colourOf(drawn.content);
    expect(red).toBeGreaterThan(200);
    expect(green).toBeLessThan(60);
  });

  test("what was made for paper (CMYK) in the colours of a screen", async () => {
    const bytes = await blank(300, 300, "#cf3a21").toColourspace("cmyk").jpeg().toBuffer();
    expect(await sharp(bytes).metadata()).toMatchObject({ space: "cmyk", channels: 4 });
    const { 96: drawn } = await drawPortrait({ name: "me.jpg", bytes });
    expect(await sharp(drawn.content).metadata()).toMatchObject({ space: "srgb" });
    const [red = 0, green = 0, blue = 0] = await colourOf(drawn.content);
    expect(red).toBeGreaterThan(green + 60);
    expect(red).toBeGreaterThan(blue + 60);
  });
});

describe("what is no portrait is refused in words", () => {
  const png = () => blank(10, 10).png().toBuffer();
  const cut = async () => (await noise(400, 400).jpeg().toBuffer()).subarray(0, 9000);
  const svg = async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>');

  test.each<[string, string, () => Promise<Buffer>, string]>([
    ["an SVG that calls itself PNG", "me.png", svg, "portraitNotAPicture"],
    ["a PNG that calls itself JPEG", "me.jpg", png, "portraitNotAPicture"],
    ["a GIF", "me.gif", () => blank(9, 9).gif().toBuffer(), "portraitNotAPicture"],
    [
      "a TIFF with the right name",
      "me.png",
      () => blank(9, 9).tiff().toBuffer(),
      "portraitNotAPicture",
    ],
    [
      "an AVIF with the right name",
      "me.webp",
      () => blank(9, 9).avif().toBuffer(),
      "portraitNotAPicture",
    ],
    [
      "a PDF with the right name",
      "me.png",
      async () => Buffer.from("%PDF-1.7"),
      "portraitNotAPicture",
    ],
    ["30 MB", "me.png", async () => Buffer.alloc(30 * 1024 ** 2), "portraitTooLarge"],
    ["a byte too many", "me.png", async () => Buffer.alloc(PORTRAIT_BYTES + 1), "portraitTooLarge"],
    ["a JPEG cut short", "me.jpg", cut, "portraitUnreadable"],
    [
      "one that is too wide",
      "me.png",
      () => blank(9000, 50).png().toBuffer(),
      "portraitTooManyPixels",
    ],
    [
      "an interlaced PNG that would have to be held whole",
      "me.png",
      () => blank(4100, 4100).png({ progressive: true }).toBuffer(),
      "portraitTooManyPixels",
    ],
    [
      "a progressive JPEG that would have to be held whole",
      "me.jpg",
      () => blank(5100, 5000).jpeg({ progressive: true }).toBuffer(),
      "portraitTooManyPixels",
    ],
  ])("%s", async (_case, name, make, code) => {
    const bytes = await make();
    await expect(drawPortrait({ name, bytes })).rejects.toMatchObject({ code, field: "portrait" });
  });
});
