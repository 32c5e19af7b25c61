import type { InterestState } from "@/db/enums";

/** How the inbox sorts interests: each state stands in exactly one group. */
export const GROUPS = ["new", "in-talks", "accepted", "ended"] as const;

export type InterestGroup = (typeof GROUPS)[number];

export const GROUP_STATES: Record<InterestGroup, readonly InterestState[]> = {
  new: ["sent", "under-review", "more-info-asked"],
  "in-talks": ["in-talks"],
  accepted: ["accepted", "agreement"],
  ended: ["declined", "withdrawn", "lapsed", "no-agreement"],
};

export const SIDES = ["received", "sent"] as const;

export type InterestSide = (typeof SIDES)[number];

export const INTERESTS_PER_PAGE = 24;

/** What the address of the inbox says. */
export type InterestFilters = { side: InterestSide; group: InterestGroup | null; page: number };

type Params = Record<string, string | string[] | undefined>;

const one = <T extends string>(list: readonly T[], value: unknown): T | null =>
  list.find((item) => item === value) ?? null;

/** The filters of an address; what it does not hold, or holds wrongly, is the start. */
export function readInterestFilters({ side, group, page }: Params): InterestFilters {
  const number = typeof page === "string" && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1;
  return { side: one(SIDES, side) ?? "received", group: one(GROUPS, group), page: number };
}

/** The same as the query of an address; what is the start is left out. */
export function interestQuery({ side, group, page }: InterestFilters) {
  return {
    side: side === "received" ? undefined : side,
    group: group ?? undefined,
    page: page > 1 ? page : undefined,
  };
}
