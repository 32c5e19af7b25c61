import { searchWords } from "@/lib/search/search-words";

/** Words that many projects share, folded: alone they make nothing similar. */
const COMMON = new Set(
  `avec dans pour chez plus leur leurs notre votre entre cette sans sous vers dont mois ensemble nous vous projet projets
  chine chinois chinoise chinoises lyon lyonnais lyonnaise lyonnaises partenaire partenaires recherche entreprise
  entreprises with from into this that their your have will more about between together month months project projects
  china chinese partner partners looking company companies seek seeking
  里昂 中国 合作 项目 寻求 企业 公司 我们 伙伴 共同`.split(/\s+/),
);

const HAN = /\p{Script=Han}/u;
const SHORTEST = 4;
const MOST = 24;

/**
 * What to look for in other projects: how the telling words of a text in any language begin, folded. Words without a
 * plural's last letter, Chinese in pairs of characters; 24 at most.
 */
export function similarWords(text: string): string[] {
  const words = searchWords(text.toWellFormed()).flatMap((word) =>
    HAN.test(word) ? pairsOf(word) : [word],
  );
  const telling = words.filter(
    (word) =>
      !COMMON.has(word) && (HAN.test(word) || (word.length >= SHORTEST && /\p{L}/u.test(word))),
  );
  const begun = telling.map((word) => (HAN.test(word) ? word : word.replace(/[sx]$/, "")));
  return [...new Set(begun)].slice(0, MOST);
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((one, index) => `${characters[index]}${one}`);
}
