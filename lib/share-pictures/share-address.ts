import { createHash } from "node:crypto";
import type { Locale } from "@/lib/core/i18n/locales";
import { type Swatch, swatchHref } from "@/lib/core/swatches/swatch";

/** What is on a share picture beside the club and the code of its page. */
export type OnPicture = { title: string; swatch: Swatch; poster?: Poster };

/** The lines of what is held on a day, beside its title. */
export type Poster = {
  kind: string;
  /** The day, as large as it goes, and its month. */
  figure: string;
  month: string;
  clocks: string[];
  where: string;
};

/** Another one when pictures are drawn otherwise. */
const DRAWING = 4;

/** What tells one picture of a page from the next: another title or cloth, another version. */
export function shareVersion({ title, swatch, poster }: OnPicture): string {
  const lines = poster
    ? [poster.kind, poster.figure, poster.month, ...poster.clocks, poster.where]
    : [];
  const drawn = [DRAWING, swatchHref(swatch), title, ...lines].join("\n");
  return createHash("sha256").update(drawn).digest("hex").slice(0, 8);
}

/**
 * Where the share picture of a page lies. `to` is without language and query; the version only lets others fetch it again. The home
 * page, which has no byte to spare, goes without: what is on its picture changes with a setting alone.
 */
export const shareHref = (locale: Locale, to: string, on: OnPicture): string =>
  to === "/" ? `/api/share/${locale}` : `/api/share/${locale}${to}?v=${shareVersion(on)}`;
