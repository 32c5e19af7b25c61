import { readWords } from "@/lib/search/reading";
import { simplified } from "@/lib/search/simplified";

/** Names of a company or a group; an institution has a foreign name of its own, which no reading gives. */
const COMPANY = /(?:(股份有限|有限责任|有限)公司|公司|集团)$/u;

/** Longer than any registered name. */
const LONGEST = 60;

/** Places whose foreign name is no pinyin. */
const PLACES: Record<string, string> = {
  里昂: "Lyon",
  巴黎: "Paris",
  法国: "France",
  中国: "China",
  欧洲: "Europe",
  香港: "Hong Kong",
  澳门: "Macao",
};

const FORMS: Record<string, string> = { 公司: "Company", 集团: "Group" };

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * The Latin name proposed for a company that has a Chinese name alone, word by word in pinyin, with its legal form in
 * English (`广州丝桥文化交流有限公司` → Guangzhou Siqiao Wenhua Jiaoliu Co., Ltd.). To be corrected by its managers. Null for
 * institutions, associations and whatever is not written in Chinese characters throughout.
 */
export function proposeOrganisationName(nameZh: string): string | null {
  const name = simplified(nameZh.trim());
  const form = name.match(COMPANY)?.[0];
  if (!form || name.length > LONGEST || !/^[\p{Script=Han}（）()]+$/u.test(name)) return null;
  const core = name.slice(0, -form.length).replace(/[（）()]/gu, " ");
  const [own, group] = core.endsWith("集团") ? [core.slice(0, -2), "集团"] : [core, ""];
  const words = joinSingles([...segmenter.segment(own)].map(({ segment }) => segment));
  if (words.length === 0) return null;
  const ending = [FORMS[group], FORMS[form] ?? "Co., Ltd."].filter(Boolean);
  return [...words.map(latinWord), ...ending].join(" ");
}

/** Words as the reader speaks them: signs that stand alone beside each other are one (`丝`, `桥` → `丝桥`). */
function joinSingles(segments: readonly string[]): string[] {
  const words: string[] = [];
  let isOpen = false;
  for (const segment of segments) {
    const isSingle = Array.from(segment).length === 1 && segment !== " ";
    if (isSingle && "市省".includes(segment) && words.length > 0) continue;
    if (isSingle && isOpen) words.push(`${words.pop()}${segment}`);
    else if (segment.trim()) words.push(segment);
    isOpen = isSingle;
  }
  return words;
}

function latinWord(word: string): string {
  const place = PLACES[word];
  if (place) return place;
  const read = readWords(word).join("");
  return read.charAt(0).toUpperCase() + read.slice(1);
}
