import { describe, expect, test } from "vitest";
import { referenceItems } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { offeredWords, sharedWords, tellingWords } from "./matching-words";

const wordsIn = (locale: Locale, text: string) => [
  ...(tellingWords({ [locale]: text })[locale]?.values() ?? []),
];

describe("a word tells nothing that", () => {
  test.each<[string, Locale, string]>([
    ["counts", "fr", "douze, douzaine, douzième, deux cents, trois quarts, la moitié, première"],
    ["counts", "en", "twelve, twelfth, seventy, third, hundreds, half, dozens, twice"],
    ["counts", "zh", "三家 十二个 第二 一百 每家 数量"],
    [
      "dates",
      "fr",
      "lundi, décembre, printemps, trimestriel, semaines, soirées, calendrier, bientôt",
    ],
    ["dates", "en", "Monday, December, springs, quarterly, weeks, schedule, deadlines, soon"],
    ["dates", "zh", "星期一 十二月 春季 三个月 每周 期间"],
    ["measures", "fr", "prix, coûts, tarifs, frais, tonnes, mètres, budget, surface"],
    ["measures", "en", "prices, costs, fees, tonnes, metres, budgets, size"],
    ["measures", "zh", "费用 价格 欧元 平方米 规模"],
    [
      "any business says",
      "fr",
      "commerciale, affaires, entreprise, ouvrir, ouvertes, partagées, trouver",
    ],
    [
      "any business says",
      "en",
      "business, commercial, companies, opened, sharing, meetings, offered",
    ],
    ["any business says", "zh", "商务 开放 企业 服务 产品 专业 机构 提供"],
    ["any business holds", "fr", "matériaux, données, contrats, contrôles"],
    ["any business holds", "en", "material, data, contracts, controls"],
    ["any business holds", "zh", "材料 数据 合同 控制"],
    [
      "holds a sentence together",
      "fr",
      "votre, vous, peux, encore, auprès, plusieurs, depuis, moins",
    ],
    ["holds a sentence together", "en", "your, same, least, together, several, which"],
    ["holds a sentence together", "zh", "我们 可以 即可 通过 以及"],
    [
      "names a place or a language",
      "fr",
      "Chengdu, Sichuan, cantonais, mandarin, lyonnaises, chinoise",
    ],
  ])("%s, in %s: %#", (_why, locale, text) => {
    expect(wordsIn(locale, text)).toEqual([]);
  });
});

test.each<[Locale, string]>([
  ["fr", "environnement huîtres restaurant fournisseur animation appellation savon drone eau vins"],
  ["en", "environment workshop organic supplier centre hostel tender semiconductors oil"],
  ["zh", "半导体 丝绸 百货 五金 葡萄酒 陶瓷 工艺"],
])("a word that begins as a general one is telling, in %s", (locale, text) => {
  expect(wordsIn(locale, text)).toEqual(text.split(" "));
});

test("Chinese words are quoted whole, as they are written", () => {
  expect(wordsIn("zh", "化妆品与实验室")).toEqual(["化妆品", "实验室"]);
  expect(wordsIn("zh", "跨境电商、电子商务、工业机器人")).toEqual([
    "跨境电商",
    "电子商务",
    "机器人",
  ]);
  expect(wordsIn("zh", "運輸與實驗室")).toEqual(["運輸", "實驗室"]);
});

test("Chinese words are one with and without the sign that ends a noun", () => {
  const of = (zh: string) => tellingWords({ zh });
  expect(sharedWords(of("化妆品"), of("化妆"), "zh")?.words).toEqual(["化妆品"]);
  expect(sharedWords(of("电子商务"), of("电子元件"), "zh")).toBeNull();
});

test("every sector keeps a word to be called by", () => {
  const isBare = ({ label }: { label: Record<Locale, string> }) =>
    Object.values(tellingWords(label)).every((words) => words.size === 0);
  expect(referenceItems("sectors").filter(isBare)).toEqual([]);
});

test.each<[Locale, string]>([
  ["fr", "transport, transporteurs, audits, cellule, financement, publications"],
  ["en", "transport, transportation, audits, cells, funding, cargo"],
  ["zh", "运输 货运 审计 资金 融资 细胞"],
])("what many trades deal in calls a trade, and meets no need by itself, in %s", (locale, text) => {
  expect(wordsIn(locale, text).length).toBeGreaterThan(4);
  expect(offeredWords({ [locale]: text })[locale]?.size ?? 0).toBe(0);
  const beside = offeredWords({ [locale]: `${text} — porcelaine, porcelain, 陶瓷` });
  expect(beside[locale]?.size).toBeGreaterThan(0);
});
