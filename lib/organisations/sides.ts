import type { Country } from "@/db/enums";
import { placeList } from "./place-label";
import { isInstitution } from "./policy";

/** The tabs of the list beside "all". */
export const SIDES = ["lyon-in-china", "chinese-in-lyon", "institutions"] as const;

export type Side = (typeof SIDES)[number];

/** What tells on which side of the road between Lyon and China an organisation stands. */
export type SideFacts = {
  kind: string;
  country: Country;
  parentUscc: string | null;
  place: string | null;
  sites: readonly string[];
  /** An activity in China that is not over, of those the viewer may see. */
  isActiveInChina: boolean;
};

const isIn = (list: "cities" | "lyonPlaces") => (slug: string | null) =>
  slug !== null && placeList(slug) === list;

/**
 * The side of an organisation, as the club's lists and totals count it; null for neither.
 * Institutions (see `isInstitution`) are no companies, wherever they are.
 * Chinese: registered in mainland China, Hong Kong or Macao, Chinese-owned by its kind, or with a Chinese parent.
 * A Chinese company in Lyon has its head office or a site in Lyon and its region (`lyonPlaces`).
 * A Lyon company in China is not Chinese, has its head office in Lyon and its region, and a site in a Chinese city
 * or an activity there that is not over.
 */
export function sideOf(organisation: SideFacts): Side | null {
  const { kind, country, parentUscc, place, sites, isActiveInChina } = organisation;
  if (isInstitution(kind)) return "institutions";
  const isChinese =
    ["cn", "hk", "mo"].includes(country) || kind === "chinese-company" || parentUscc !== null;
  if (isChinese) return [place, ...sites].some(isIn("lyonPlaces")) ? "chinese-in-lyon" : null;
  const isInChina = sites.some(isIn("cities")) || isActiveInChina;
  return isIn("lyonPlaces")(place) && isInChina ? "lyon-in-china" : null;
}
