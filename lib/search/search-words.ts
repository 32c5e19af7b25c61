import { referenceItems } from "@/db/reference/lists";
import { fold } from "@/lib/core/text/fold";
import { simplified } from "./simplified";

/** Letters that carry no separable accent. */
const PLAIN: Record<string, string> = { đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", ø: "o", þ: "th" };

/** Where the words are looked for; `rest`: anywhere, but not all of them in the names. */
export type Where = "anywhere" | "names" | "rest";

/** Enough for any name with its city and sector; more would only slow the search. */
const MAX_TERMS = 8;

const HAN = /\p{Script=Han}/u;

/** Plurals of French and English: `batteries` (battery, batterie), `logiciels`, `jeux`; not `vins`, which is as short as a name. */
const PLURAL = /^([a-z]{5,})ies$|^([a-z]{3,}[a-rt-z])s$|^([a-z]{2,}u)x$/;
const PLACE_NAMES = (["cities", "provinces"] as const)
  .flatMap(referenceItems)
  .map(({ label }) => label.zh);
/** A place's name in a run of Chinese, with the word for what it is: `广州市`, not the one in `城市`. */
const PLACE = new RegExp(`(${PLACE_NAMES.join("|")})[市省]?`, "u");
/** Older names of cities, by what every line with the city holds. */
const OTHER_NAMES = new Map(
  Object.entries({
    ...{ peking: "pekin", nanking: "nankin", hongkong: "香港", tientsin: "天津", tsingtao: "青岛" },
    ...{ chungking: "重庆", hangchow: "杭州", soochow: "苏州", amoy: "厦门", mukden: "沈阳" },
  }),
);

/** The most common surnames; a title behind one of them is how somebody is addressed, `总经理` is not. */
const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";
const HAN_TITLE = new RegExp(
  `^([${SURNAMES}]|欧阳|上官|司马|诸葛)(?:总|老师|教授|博士|会长|主任|经理|院长|校长|律师)$|^(.{1,4})(?:先生|女士|小姐)$`,
  "u",
);
/** How somebody is addressed in Latin letters. */
const TITLES = new Set("m mr mrs ms mme mlle monsieur madame mademoiselle dr".split(" "));

/** Whether there is a Chinese character in it. */
export const isChinese = (text: string) => HAN.test(text);

/** The folded words of a text; a run of Chinese characters, simplified, is one word of its own. */
export function searchWords(text: string): string[] {
  return simplified(fold(text))
    .replace(/[đðħıłøþ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/\p{Script=Han}+/gu, " $& ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The line that is kept beside a row to be searched: each word once, led and closed by a space. */
export function searchLine(texts: readonly (string | null | undefined)[]): string {
  const words = new Set(texts.flatMap((text) => (text ? searchWords(text) : [])));
  return words.size === 0 ? "" : ` ${[...words].join(" ")} `;
}

/**
 * One `like` pattern for each word of a query (`soughtWords`): the start of a word, or anywhere inside Chinese.
 * All of them have to be found. No pattern at all means that nothing was typed that could be found.
 */
export function searchPatterns(query: string): string[] {
  return soughtWords(query).map((word) => (HAN.test(word) ? `%${word}%` : `% ${word}%`));
}

/** The words of a query as they were typed, without how somebody is addressed (`Mme Vernoux`) unless nothing else was typed. */
export function queryWords(query: string): string[] {
  const words = [...new Set(searchWords(query.toWellFormed()))];
  const names = words.filter((word) => !TITLES.has(word));
  return (names.length > 0 ? names : words).slice(0, MAX_TERMS);
}

/**
 * The same as they are looked for: what finds them finds the singular, what stands apart from a Chinese place, and whoever
 * was addressed in Chinese (`赵总`), too.
 */
const soughtWords = (query: string) =>
  [
    ...new Set(
      queryWords(query).flatMap((word) =>
        HAN.test(word)
          ? chineseWords(word.replace(HAN_TITLE, "$1$2"))
          : [OTHER_NAMES.get(word) ?? word.replace(PLURAL, "$1$2$3")],
      ),
    ),
  ].slice(0, MAX_TERMS);

/** A run of Chinese with its places apart (`广州葡萄酒`: `广州`, `葡萄酒`); whole where a sign would stand alone, as in a name. */
function chineseWords(run: string): string[] {
  const words = run.split(PLACE).filter((word) => word !== "");
  return words.every((word) => word.length > 1) ? words : [run];
}

/**
 * What finds the same lines by their index (`search.words`), as `tsquery` reads it: the start of each word, the characters of
 * Chinese ones two by two; and of each set of facets one. `""`, which finds nothing, when there is neither, or when
 * nothing was typed that could be found. `where` finds only those whose names hold the words, or only the rest, then
 * with those named so where the index cannot tell them apart.
 */
export function lookUp(
  query: string,
  facets: readonly (readonly string[])[],
  where: Where = "anywhere",
): string {
  if (query !== "" && queryWords(query).length === 0) return "";
  const inLine = keysOf(query, "");
  const inNames = keysOf(query, "@");
  const rest = isLookedUpExactly(query) ? [...inLine, `!(${inNames.join(" & ")})`] : inLine;
  const words = { anywhere: inLine, names: inNames, rest }[where];
  return [...words, ...facets.map((any) => `(${any.map(quoted).join(" | ")})`)].join(" & ");
}

const keysOf = (query: string, sign: "" | "@") =>
  soughtWords(query).flatMap((word) =>
    HAN.test(word) ? pairsOf(word).map((pair) => quoted(sign + pair)) : `${quoted(sign + word)}:*`,
  );

/** Three Chinese characters that are kept two by two may stand apart. */
const isLookedUpExactly = (query: string) =>
  soughtWords(query).every((word) => !HAN.test(word) || Array.from(word).length < 3);

/** A word as `tsquery` reads it literally, whatever signs it holds (PostgreSQL, Text Search Types). */
export const quoted = (word: string) => `'${word.replace(/['\\]/g, "$&$&")}'`;

function pairsOf(word: string): string[] {
  const signs = Array.from(word);
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}
