import type { Country } from "@/db/enums";
import { type Swatch, swatchHref, type Weave } from "@/lib/core/swatches/swatch";
import { placeList } from "./place-label";

type Woven = { seed: number; country: Country; place: string | null; sites: readonly string[] };

/** The cloth of an organisation: woven as where it is, by its places and by the country it is registered in. */
export const clothOf = (organisation: Woven): Swatch => ({
  weave: weaveOf(organisation),
  seed: organisation.seed,
});

/** Where its swatch lies. */
export const organisationSwatch = (organisation: Woven): string =>
  swatchHref(clothOf(organisation));

function weaveOf({ country, place, sites }: Woven): Weave {
  const lists = [place ?? [], sites].flat().map(placeList);
  const isInChina = lists.includes("cities") || ["cn", "hk", "mo"].includes(country);
  const isInLyon = lists.includes("lyonPlaces") || country === "fr";
  if (isInChina && isInLyon) return "both";
  if (isInChina) return "china";
  return isInLyon ? "lyon" : "threads";
}
