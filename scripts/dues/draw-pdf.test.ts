import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import opentype, { type Font } from "opentype.js";
import { expect, test } from "vitest";
import { missingInPdf } from "@/lib/dues/pdf-characters";
import { isDrawable } from "../share/set-title";
import { drawPdf } from "./keep-pdf";
import { narrowApostrophe, unpackFont } from "./unpacked-font";

const FONT = "app/fonts/noto-sans-sc-600.woff";

test("what a PDF can show is what its font has", () => {
  for (let code = 0x21; code < 0x30000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const one = String.fromCodePoint(code);
    if (/[\s\p{Cf}\p{Variation_Selector}]/u.test(one)) continue;
    if ((missingInPdf([one]).length === 0) !== isDrawable(one)) {
      expect.fail(`U+${code.toString(16)}: ${one}`);
    }
  }
});

test("its font is set from unpacked, each table where its row says, of the sum that it was made with", () => {
  const [packed, font] = [readFileSync(FONT), unpackFont(readFileSync(FONT))];
  expect(font.length).toBe(packed.readUInt32BE(16));
  expect(font.readUInt32BE(0)).toBe(packed.readUInt32BE(4));
  const count = font.readUInt16BE(4);
  expect(count).toBeGreaterThan(8);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const name = font.toString("latin1", at, at + 4);
    const [sum, start, length] = [4, 8, 12].map((part) => font.readUInt32BE(at + part));
    let found = 0;
    for (let byte = start ?? 0; byte < (start ?? 0) + (length ?? 0); byte += 4) {
      // The sum of the whole font stands in its head, and counts as none there.
      const isOfAll = name === "head" && byte === (start ?? 0) + 8;
      if (!isOfAll) found = (found + font.readUInt32BE(byte)) >>> 0;
    }
    expect([name, found]).toEqual([name, sum]);
  }
});

test("its apostrophe is as narrow as a Latin sign, and every other sign as wide as it was", () => {
  const font = unpackFont(readFileSync(FONT));
  const [before, after] = [font, narrowApostrophe(font)].map((one) =>
    opentype.parse(new Uint8Array(one).buffer),
  ) as [Font, Font];
  const widths = ({ numGlyphs, glyphs }: Font) =>
    Array.from({ length: numGlyphs }, (_, at) => glyphs.get(at).advanceWidth);
  const [was, is] = [widths(before), widths(after)];
  const apostrophe = before.charToGlyphIndex("’");
  expect(is[apostrophe]).toBeLessThan(before.charToGlyph("n").advanceWidth ?? 0);
  expect(is.with(apostrophe, was[apostrophe])).toEqual(was);
});

test("what it cannot show is said once, whatever spaces are between", () => {
  expect(missingInPdf(["Łukasz Łoś", "\u202f赵文琪，𠮷"])).toEqual(["Ł", "ś", "𠮷"]);
  expect(missingInPdf(["Cotisation n°\u00a02026-0001 : 120,00\u202f€", "会费"])).toEqual([]);
});

/** What a PDF says that its shapes are, as text that is copied. */
function signsOf(pdf: Buffer): string {
  const parts = pdf.toString("latin1").split(/stream\r?\n/);
  const texts = parts.map((part) => {
    try {
      return inflateSync(Buffer.from(part, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return texts.find((text) => text.includes("begincmap")) ?? "";
}

test("a sheet is one page of PDF with its font, text as text, and not the words of the worker", async () => {
  const pdf = await drawPdf({
    ...{ lang: "zh-CN", title: "收据 2026-0001号", issued: "开具日期：2026年11月27日", stamp: "" },
    ...{ issuer: ["俱乐部"], payer: ["赵文琪 Zhao Wenqi"], foot: ["1\u202f200,00 €", "L’appel"] },
    rows: [["2026年会费", "2026年1月1日至12月31日"]],
  });
  const raw = pdf.toString("latin1");
  expect(raw.slice(0, 5)).toBe("%PDF-");
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(raw).toMatch(/\/FontFile[23] /);
  expect(raw).toContain("/ToUnicode");
  expect(signsOf(pdf)).toContain("<2019>");
  expect(signsOf(pdf)).not.toContain("<0027>");
  expect(pdf.length).toBeLessThan(60_000);
}, 120_000);
