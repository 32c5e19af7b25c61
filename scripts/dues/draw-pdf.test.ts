import { expect, test } from "vitest";
import { missingInPdf } from "@/lib/dues/pdf-characters";
import { isDrawable } from "../share/set-title";
import { drawPdf } from "./keep-pdf";

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

test("what it cannot show is said once, whatever spaces are between", () => {
  expect(missingInPdf(["Łukasz Łoś", "\u202f赵文琪，𠮷"])).toEqual(["Ł", "ś", "𠮷"]);
  expect(missingInPdf(["Cotisation n°\u00a02026-0001 : 120,00\u202f€", "会费"])).toEqual([]);
});

test("a sheet is one page of PDF with its font, text as text, and not the words of the worker", async () => {
  const pdf = await drawPdf({
    ...{ lang: "zh-CN", title: "收据 2026-0001号", issued: "开具日期：2026年11月27日", stamp: "" },
    ...{ issuer: ["俱乐部"], payer: ["赵文琪 Zhao Wenqi"], foot: ["1\u202f200,00 €"] },
    rows: [["2026年会费", "2026年1月1日至12月31日"]],
  });
  const raw = pdf.toString("latin1");
  expect(raw.slice(0, 5)).toBe("%PDF-");
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(raw).toMatch(/\/FontFile[23] /);
  expect(raw).toContain("/ToUnicode");
  expect(pdf.length).toBeLessThan(60_000);
}, 120_000);
