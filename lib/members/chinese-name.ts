import { readName } from "@/lib/search/reading";
import { simplified } from "@/lib/search/simplified";

/** Surnames of two characters still in use (《通用规范汉字》 spelling); all others have one. */
const COMPOUND_SURNAMES = new Set(
  "欧阳 上官 司马 司徒 司空 诸葛 东方 东郭 夏侯 皇甫 尉迟 公孙 公羊 慕容 令狐 长孙 宇文 端木 南宫 呼延 轩辕 独孤 澹台 闻人 申屠 钟离 鲜于 淳于 单于 赫连 万俟 拓跋 完颜 百里 太史 濮阳".split(
    " ",
  ),
);

/** Surnames that pinyin-pro does not read as surnames. Source: 《现代汉语词典》. */
const SURNAME_READINGS: Record<string, string[]> = {
  种: ["chong"],
  繁: ["po"],
  黑: ["he"],
  单于: ["chan", "yu"],
};

type Split = { family: string; given: string };

/**
 * A Chinese name in its two parts. A space tells them apart, else the surname is the first character or a known pair,
 * in simplified or traditional characters. A name written by sound (`阿加特·韦尔努`) and a lone character stay whole,
 * as a given name.
 */
export function splitChineseName(nameZh: string): Split {
  const [first = "", ...rest] = nameZh.trim().split(/\s+/);
  if (rest.length > 0) return { family: first, given: rest.join(" ") };
  const letters = Array.from(first);
  if (letters.length < 2 || !/^\p{Script=Han}+$/u.test(first)) return { family: "", given: first };
  const pair = simplified(letters.slice(0, 2).join(""));
  const length = letters.length > 2 && COMPOUND_SURNAMES.has(pair) ? 2 : 1;
  return { family: letters.slice(0, length).join(""), given: letters.slice(length).join("") };
}

/**
 * The syllables of both parts, without tones, the surname read as one (`單偉` → `shan`, `wei`). A sign without a reading
 * has no syllable.
 */
export function readChineseName({ family, given }: Split): { family: string[]; given: string[] } {
  const surname = simplified(family);
  const known = SURNAME_READINGS[surname];
  if (known) return { family: known, given: readName(given) };
  const all = readName(surname + given);
  const length = readName(surname).length;
  return { family: all.slice(0, length), given: all.slice(length) };
}
