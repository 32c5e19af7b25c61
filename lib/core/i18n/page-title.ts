import type { Metadata } from "next";
import type { Catalogue } from "./catalogues";
import { type PageProps, pageLocale } from "./page-locale";
import { getTranslator } from "./translator";

type KeyIn<Room extends keyof Catalogue> = Parameters<ReturnType<typeof getTranslator<Room>>>[0];
type Say<Room extends keyof Catalogue> = (key: KeyIn<Room>) => string;

/**
 * The `generateMetadata` of a page that no search engine keeps and that one message names. `more` is what else its head says:
 * of an address that is a secret `{ referrer: "same-origin" }`.
 */
export const titled =
  <Room extends keyof Catalogue>(room: Room, key: KeyIn<Room>, more?: Metadata) =>
  async ({ params }: Pick<PageProps, "params">): Promise<Metadata> => {
    const t = getTranslator(await pageLocale(params), room) as unknown as Say<Room>;
    return { title: t(key), robots: { index: false }, ...more };
  };
