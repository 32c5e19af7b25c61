import { type ReferenceList, referenceItems } from "@/db/reference/lists";
import memberFile from "@/db/seed/demo/members.json" with { type: "json" };
import { buildMemberSearch } from "@/lib/members/search-text";
import { listWords, placeWords, type Said } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";

const FAMILY =
  "Vernoux Montclair Berthelot Garnier Roche Delorme Perrachon Chapuis Morel Favre Guichard Bonnet Lacroix Charvet Ménard Œuvrard Élan Straß O’Brien Nguyễn";
const GIVEN =
  "Camille Agathe Étienne Maxime Hélène Loïc Sébastien Inès Margaux Théo Béatrice Rémi Colette Jérôme Noémie Basile Odile Fanny Hugo Élise";
const SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高单曾吕欧阳".match(/欧阳|./gu) ?? [];
const NAMES =
  "伟 芳 娜 敏 静 丽 强 磊 军 洋 佳绫 晓明 建华 志远 雨桐 子涵 思远 文博 国强 美玲".split(" ");

type Named = { familyName: string; givenName: string; nameZh: string | null };

const NOTHING = { jobTitle: {}, bio: {}, offers: {}, needs: {} };
const NO_LISTS = { languages: [], sectors: [], cities: [] };

/** Every name of the one list with every name of the other, two in three written in Latin letters alone. */
function listNames(): Named[] {
  const latin = FAMILY.split(" ").flatMap((familyName) =>
    GIVEN.split(" ").map((givenName) => ({ familyName, givenName, nameZh: null })),
  );
  const chinese = SURNAMES.flatMap((surname) =>
    NAMES.map((name) => ({ familyName: surname, givenName: name, nameZh: `${surname}${name}` })),
  );
  return [...latin, ...chinese];
}

/** People for a club of any size, as their columns hold them: the portal's own lines of all names and all texts. */
export function makePool() {
  const people = listNames().map((named) => {
    const { searchNames, sortLatin, sortPinyin } = buildMemberSearch({
      ...NOTHING,
      ...NO_LISTS,
      ...named,
    });
    return { ...named, searchNames, sortLatin, sortPinyin };
  });
  const texts = memberFile.items.map(({ offers, needs, bio, jobTitle }) => {
    const texts = { ...NOTHING, offers, needs, bio, jobTitle };
    const named = { familyName: "", givenName: "", ...NO_LISTS };
    return { ...texts, line: buildMemberSearch({ ...named, ...texts }).searchMembers };
  });
  const words = {
    ...wordsOf("sectors", listWords),
    ...wordsOf("cities", placeWords),
  };
  return { people, texts, words };
}

type ToWords = (lists: readonly ReferenceList[], slugs: readonly string[]) => Said;

const wordsOf = (list: "sectors" | "cities", words: ToWords) =>
  Object.fromEntries(
    referenceItems(list).map(({ slug }) => [slug, searchLine(words([list], [slug]))]),
  );
