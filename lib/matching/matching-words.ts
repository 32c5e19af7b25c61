import { referenceItems } from "@/db/reference/lists";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { fold } from "@/lib/core/text/fold";
import { simplified } from "@/lib/search/simplified";

/** The telling words of a text by language: how each is compared → how it was written. */
export type TellingWords = Partial<Record<Locale, ReadonlyMap<string, string>>>;

/** How many telling words two texts share, and those of one language as the first text writes them. */
export type SharedWords = { count: number; locale: Locale; words: string[] };

/** Longer than most endings are away: `transport`, `transporteur`; `logistics`, `logistique`. */
const STEM = 7;

const SHORTEST = { letters: 4, signs: 2 };

const WRITTEN = /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** What nearly every offer, need and project says, and so tells nothing; folded, of all three languages. */
const COMMON =
  `about access accept accepte accompagne after aide ainsi annee annees annuel apporte apres aussi autre
  autres avant avec back been before being besoin between bien business cadre cela cent certain cette chaque cherche
  cherchent chez china chinese chine chinois chinoise chinoises club cinq collaborative comme commun commune company
  companies complete compris connaisse cover cooperation dans demande depuis deux different directly dispose dont donne
  each early eight elle engage engager ensemble entre entreprise entreprises environ etre euros even every experience
  experiences faire fait first five fixe four france francais francaise french from gives group groupe half have help
  hour hours heure heures heard into itself jour journee jours join know knows large lead leur leurs level local look
  looking lyon lyonnais lyonnaise made mais make making many meme member members membre membres mette meter mille mise
  moins mois month months more most need needs nine notre nous nouveau nouvelle open other others ouvre over pair part
  partage partager partner partners partenaire partenaires partie pays people personne person place plus point possible
  pour prepare present pret prets pretes project projects projet projets propose puis quatre quelque ready recherche
  region respond rhone sans scheme search second seek seeking sept several share shared short show side since sept
  small some soit sous still such support take team than that their them then there these they thing this those three
  through time trois tous tout toute toutes tres type under until usable used using value vers very viens want week
  weeks well were what when where which while whose will willing with within without work working would year years your
  amount able abord alpes apres-midi automne autumn spring printemps summer winter january february march april june
  july august september october november december janvier fevrier mars avril juin juillet aout septembre octobre
  novembre decembre equipe equipes teams selon seule also both free gratuitement cases sein deja
  already pendant during premier premiere vingt trente quarante twenty thirty forty minute minutes page pages ecrire write
  writes preparing preparent ouvrent accueillir accueillent accueille hosting host trimestre quarter monthly mensuel
  mensuelle jusqu quel quelle bilingue bilingues bilingual room salle piece pieces ecrit relire read readings real reel
  actual produit product products site sites chiffre chiffres figure figures visite visites visit visits tient tenir
  seul taille medium sized moyenne petite industrie industrial industriel adapte habitue capable capables accord accords agreement agreements services service public publique
  中小 工业 第一 双语 免费 协助 联合 产品 实际 记录 二十 三十 四十 现场 参观 能力 每周 服务
  中国 里昂 法国 寻找 合作 伙伴 项目 提供 需要 企业 公司 会员 可以 我们 一家 一个 一名 一次 一年 两家 两名 三家 三个 四家 六家 并且 以及 进行
  分享 共同 经验 团队 希望 愿意 具备 能够 位于 本地 地区 欢迎 其他 每年 每月 小时 平方米 期间 之前 之后 参与 支持 左右 现有 相关 方面 已经 承担
  年前 年春季 其中 至少 可为 第二 为期 个月 双方 负责 帮助 准备 使用 拥有 了解`
    .split(/\s+/)
    .filter(Boolean);

/** Cities are compared by themselves. */
const placeWords = referenceItems("cities").flatMap(({ label }) =>
  [label.fr, label.en, label.zh].flatMap((name) => fold(name).split(/[^\p{L}]+/u)),
);

const NOTHING = new Set([...COMMON, ...placeWords, "canton", "cantonais", "pekin"].map(stemOf));

/** The telling words of one text in each of its languages. */
export function tellingWords(text: LocalizedText | null): TellingWords {
  const found: TellingWords = {};
  for (const locale of LOCALES) {
    const words = text?.[locale];
    if (words?.trim()) found[locale] = wordsOf(words);
  }
  return found;
}

/**
 * The words two texts have in common, or null. Where both are written in several languages, the count is that of the
 * second best one: what two texts really share, their translations share too, and a word met by chance does not count.
 * It is the same for every reader; the words are those of the reader's language where it has any, in the alphabetical
 * order of what is compared.
 */
export function sharedWords(
  one: TellingWords,
  other: TellingWords,
  reader: Locale,
): SharedWords | null {
  const byLocale = LOCALES.filter((locale) => one[locale] && other[locale])
    .map((locale) => ({ locale, words: sharedIn(locale, one, other) }))
    .toSorted((a, b) => b.words.length - a.words.length);
  const [most, second = most] = byLocale;
  if (!most || !second || second.words.length === 0) return null;
  const own = byLocale.find(({ locale, words }) => locale === reader && words.length > 0);
  return { count: second.words.length, ...(own ?? most) };
}

/** What is compared of a text, in all its languages. */
export function stemsOf(words: TellingWords): string[] {
  return [...new Set(LOCALES.flatMap((locale) => [...(words[locale]?.keys() ?? [])]))];
}

function sharedIn(locale: Locale, one: TellingWords, other: TellingWords): string[] {
  return [...(one[locale] ?? [])]
    .filter(([stem]) => other[locale]?.has(stem))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, written]) => written);
}

function wordsOf(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const letters = [...text.matchAll(WRITTEN)]
    .map(([written]) => written)
    .filter((written) => written.length >= SHORTEST.letters && !/\d/.test(written));
  const signs = [...text.matchAll(HAN_RUN)]
    .flatMap(([run]) => [...segmenter.segment(run)].map(({ segment }) => segment))
    .filter((written) => written.length >= SHORTEST.signs);
  for (const written of [...letters, ...signs]) {
    const stem = stemOf(written);
    if (!NOTHING.has(stem) && !words.has(stem)) words.set(stem, written);
  }
  return words;
}

/** A word as it is compared: folded, simplified, without its plural and what goes beyond the stem. */
function stemOf(word: string): string {
  const folded = /^[a-z]+$/.test(word) ? word : simplified(fold(word));
  return folded.replace(/(?<=\w{3})[sx]$/, "").slice(0, STEM);
}
