import { type EntryPlace, pageOf } from "../noun";
import type { FilesPage } from "./queries";

/** Pixels across and down of what is drawn of a picture for a page's head: twice what it takes there. */
export const COVER_SIDES: [width: number, height: number] = [480, 320];

const ASKED = ["as", "cover"] as const;

/** Whether an address of a file asks for that. */
export const isCoverAsked = (asked: URLSearchParams): boolean => asked.get(ASKED[0]) === ASKED[1];

export type Cover = { src: string; alt: string };

/** The first picture among the files that the reader may open of an entry, by what it is called; null where there is none. */
export function coverOf(page: FilesPage | null, entry: EntryPlace): Cover | null {
  const first = page?.files.find(({ kind }) => kind === "image");
  if (!first) return null;
  return {
    src: `/api${pageOf(entry)}/files/${first.id}?${ASKED.join("=")}`,
    alt: first.name.replace(/\.[a-z]{3,4}$/i, ""),
  };
}
