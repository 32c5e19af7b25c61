import { expect, test } from "vitest";
import { readPageText } from "./page-text";

const paragraph = (...lines: string[]) => ({ kind: "paragraph", lines });

test("a text without marks is paragraphs, parted by empty lines", () => {
  expect(readPageText("Un.\nDeux.\n\n \nTrois.")).toEqual([
    { heading: null, blocks: [paragraph("Un.", "Deux."), paragraph("Trois.")] },
  ]);
});

test("headings part it, with or without an empty line around them", () => {
  expect(readPageText("Avant.\n## Éditeur\nUn.\n\n## Hébergeur\n\nDeux.")).toEqual([
    { heading: null, blocks: [paragraph("Avant.")] },
    { heading: "Éditeur", blocks: [paragraph("Un.")] },
    { heading: "Hébergeur", blocks: [paragraph("Deux.")] },
  ]);
});

test("lists end where another kind of line begins, and keep the number they begin with", () => {
  expect(readPageText("Donc :\n- un\n- deux\n3. trois\n4. quatre\nFin.")[0]?.blocks).toEqual([
    paragraph("Donc :"),
    { kind: "points", points: ["un", "deux"] },
    { kind: "numbered", first: 3, points: ["trois", "quatre"] },
    paragraph("Fin."),
  ]);
});

test.each([
  "# Titre",
  "##Titre",
  "## ",
  "### Titre",
  "-un",
  "1.un",
  "2026. année",
  "1) un",
  "*un*",
])("%j is words", (line) => {
  expect(readPageText(line)).toEqual([{ heading: null, blocks: [paragraph(line.trim())] }]);
});

test("lines of Windows and old Macs are lines", () => {
  const parts = readPageText("## A\r\n\r\n- un\r\n- deux\r## B\rFin.");
  expect(parts).toEqual([
    { heading: "A", blocks: [{ kind: "points", points: ["un", "deux"] }] },
    { heading: "B", blocks: [paragraph("Fin.")] },
  ]);
});

test("two hundred headings are two hundred parts, and nothing is none", () => {
  const headings = Array.from({ length: 200 }, (_, index) => `## Partie ${index}`);
  const parts = readPageText(headings.join("\n"));
  expect(parts).toHaveLength(200);
  expect(parts.every(({ blocks }) => blocks.length === 0)).toBe(true);
  expect(readPageText("")).toEqual([]);
  expect(readPageText("\n \n")).toEqual([]);
});
