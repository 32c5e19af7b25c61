import type { Country } from "@/db/enums";
import { swatchHref, type Weave } from "@/lib/core/swatches/swatch";
import { placeList } from "./place-label";

type Woven = { seed: number; country: Country; place: string | null; sites: readonly string[] };

/** Where the swatch of an organisation lies: woven as where it is, by its places and by the country it is registered in. */
export const organisationSwatch = (organisation: Woven): string =>
  swatchHref({ weave: weaveOf(organisation), seed: organisation.seed });

function weaveOf({ country, place, sites }: Woven): Weave {
  const lists = [place ?? [], sites].flat().map(placeList);
  const isInChina = lists.includes("cities") || ["cn", "hk", "mo"].includes(country);
  const isInLyon = lists.includes("lyonPlaces") || country === "fr";
  if (isInChina && isInLyon) return "both";
  if (isInChina) return "china";
  return isInLyon ? "lyon" : "threads";
}
