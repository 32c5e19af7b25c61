import { exportAccount } from "@/lib/accounts/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { getFiled, listFiles } from "@/lib/entries/files/queries";
import { getHistory } from "@/lib/entries/history.queries";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { listQuestions } from "@/lib/entries/questions/queries";
import { getTranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { namesRead, type World } from "./world";

/** Everything that an entry may be read in, by the queries of its pages. */
const PLACES: Record<string, (world: World, viewer: Viewer | null) => Promise<unknown>> = {
  page: ({ page, slug }, viewer) => page(viewer, slug),
  list: async ({ list, word }, viewer) => (await list(viewer, word("title"))).cards,
  feed: async ({ newest }) => newest?.(),
  questions: async ({ inSight, slug }, viewer) =>
    listQuestions(viewer, await inSight(viewer, slug)),
  files: async ({ verbs, slug }, viewer) => listFiles(viewer, await getFiled(viewer, verbs, slug)),
};

/** The same for whoever has an account. */
const INSIDE: Record<string, (world: World, viewer: Viewer) => Promise<unknown>> = {
  own: ({ verbs, slug }, viewer) => getOwnEntry(viewer, verbs, slug, "fr"),
  history: ({ verbs, slug }, viewer) => getHistory(viewer, verbs, slug),
  sheet: ({ verbs, slug }, viewer) => getTranslationSheet(viewer, verbs, slug, "en", "fr"),
  export: (_world, viewer) => exportAccount(viewer),
};

/** Of which texts somebody reads the words, wherever they look. */
export async function reads(world: World, viewer: Viewer | null): Promise<string[]> {
  const found = [
    ...Object.values(PLACES).map((place) => place(world, viewer)),
    ...(viewer ? Object.values(INSIDE).map((place) => place(world, viewer)) : []),
  ];
  return namesRead(world, await Promise.all(found));
}

/** Whether a list finds it by the word of one of its texts. */
export const isFound = async ({ list, slug, word }: World, viewer: Viewer | null, name: string) =>
  (await list(viewer, word(name))).cards.some((card) => card.slug === slug);

/** The texts by whose words a list finds it. */
export async function finds(world: World, viewer: Viewer | null): Promise<string[]> {
  const found: string[] = [];
  for (const name of world.names) if (await isFound(world, viewer, name)) found.push(name);
  return found;
}

/** Whether search engines are told of it. */
export const onSitemap = async ({ addresses, slug }: World) =>
  (await addresses()).some((one) => one.slug === slug);
