import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import faces from "@/db/seed/demo/faces.json";
import logos from "@/db/seed/demo/logos.json";
import { DEMO } from "./demo-files";

const FOLDER = path.join("db", "seed", "demo");

const KINDS = [
  {
    folder: "faces",
    ending: ".webp",
    listed: Object.keys(faces),
    slugs: DEMO.members.map(({ slug }) => slug),
    format: { format: "webp", width: 240, height: 240 },
    most: 4500,
    least: 16,
  },
  {
    folder: "logos",
    ending: ".png",
    listed: Object.keys(logos),
    slugs: DEMO.organisations.map(({ slug }) => slug),
    format: { format: "png", width: 192, height: 192 },
    most: 3000,
    least: 20,
  },
] as const;

test.each(KINDS)(
  "the $folder of the demo club are drawn for whom they name, and light",
  async (kind) => {
    const { folder, ending, listed, slugs, format, most, least } = kind;
    const names = readdirSync(path.join(FOLDER, folder)).sort();
    expect(names).toEqual(listed.map((slug) => `${slug}${ending}`).sort());
    expect(listed.filter((slug) => !slugs.includes(slug))).toEqual([]);
    expect(listed.length).toBeGreaterThanOrEqual(least);
    // Some keep the sign of their name, so that it is seen too.
    expect(listed.length).toBeLessThan(slugs.length);
    for (const name of names) {
      const bytes = readFileSync(path.join(FOLDER, folder, name));
      expect(bytes.length, name).toBeLessThan(most);
      expect(await sharp(bytes).metadata(), name).toMatchObject(format);
    }
  },
);

test("a picture of a project is drawn for one that there is, and light", async () => {
  const names = readdirSync(path.join(FOLDER, "pictures"));
  expect(names).not.toEqual([]);
  for (const name of names) {
    expect(DEMO.projects.map(({ slug }) => `${slug}.webp`)).toContain(name);
    const bytes = readFileSync(path.join(FOLDER, "pictures", name));
    expect(bytes.length, name).toBeLessThan(12_000);
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: "webp",
      width: 960,
      height: 640,
    });
  }
});

test("no two members look alike", () => {
  const hashes = readdirSync(path.join(FOLDER, "faces")).map((name) =>
    createHash("sha256")
      .update(readFileSync(path.join(FOLDER, "faces", name)))
      .digest("hex"),
  );
  expect(new Set(hashes).size).toBe(hashes.length);
});
