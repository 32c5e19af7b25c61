import { expect, test } from "vitest";
import { searchLine, searchPatterns, searchWords } from "./search-words";

test.each([
  ["Économie de l’eau", "economie de l eau"],
  ["ＥＣＯＮＯＭＩＥ", "economie"],
  ["O'Brien", "o brien"],
  ["Nguyễn Đặng", "nguyen dang"],
  ["Jean-Marc", "jean marc"],
  ["里昂Lyon公司", "里昂 lyon 公司"],
  ["北京、上海", "北京 上海"],
  ["𠮷野家", "𠮷野家"],
  ["100 % — _\\", "100"],
  ["👩‍🔬", ""],
])("%s has the words %s", (text, words) => {
  expect(searchWords(text).join(" ")).toBe(words);
});

test("a line holds each word once and nothing for what is empty", () => {
  expect(searchLine(["Soie et soie", null, undefined, "Lyon"])).toBe(" soie et lyon ");
  expect(searchLine([null, ""])).toBe("");
});

/** How Postgres reads such a pattern. */
const finds = (query: string, line: string) =>
  searchPatterns(query).every((pattern) => line.includes(pattern.replaceAll("%", "")));

test.each([
  ["econ", true],
  ["nomie", false],
  ["广州", true],
  ["Économie 广州", true],
  ["economie 上海", false],
])("%s in “Économie circulaire 在广州的公司”: %s", (query, expected) => {
  expect(finds(query, searchLine(["Économie circulaire 在广州的公司"]))).toBe(expected);
});

test.each([
  ["logiciels", "Numérique et logiciel", true],
  ["universités lyonnaises", "Université lyonnaise", true],
  ["réseaux", "un réseau", true],
  ["jeux vidéo", "Jeu vidéo", true],
  ["prix", "privé", false],
  ["batteries", "battery storage", true],
  ["energies", "Énergie", true],
  ["business", "busines", false],
  ["vins", "Vincent", false],
  ["广州市", "广州的公司", true],
  ["上海市醫療", "医疗器械，在上海", true],
  ["广州葡萄酒", "葡萄酒。广州", true],
  ["广州葡萄酒", "葡萄酒。上海", false],
  ["广东省医疗", "医疗器械，在广东", true],
  ["电子商务", "商务与电子", false],
  ["欧阳娜娜", "欧阳与娜娜", false],
  ["超市", "超人", false],
  ["赵总", "赵文琦", true],
  ["欧阳教授", "欧阳娜娜", true],
  ["林美樺女士", "林美桦", true],
  ["总经理", "总工程师", false],
  ["项目经理", "项目", false],
  ["女士", "女装", false],
  ["Mme Vernoux", "Agathe Vernoux", true],
  ["Mme Vernoux", "Mme Descrieux", false],
  ["Mme", "Agathe Vernoux", false],
  ["Peking", "Pékin", true],
  ["Peking", "Peking University", true],
  ["Hongkong", "Hong Kong 香港", true],
  ["constructor", "Constructor", true],
  ["Tsingtao", "Qingdao 青岛", true],
])("%s finds “%s”: %s", (query, line, expected) => {
  expect(finds(query, searchLine([line]))).toBe(expected);
});

test("what cannot be found gives no pattern, and a long query is cut", () => {
  expect(searchPatterns("%_!")).toEqual([]);
  expect(searchPatterns("\ud800a")).toEqual(["% a%"]);
  expect(searchPatterns("a b c d e f g h i j")).toHaveLength(8);
});
