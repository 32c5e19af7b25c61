/** What can be kept, by the page it is kept on. */
export const KEPT_KINDS = ["project", "experience", "organisation", "activity", "member"] as const;

export type KeptKind = (typeof KEPT_KINDS)[number];

/** So many things one account keeps. */
export const MOST_KEPT = 200;

/** The page of a kept thing, without language. */
export const keptPath = ({ kind, slug }: { kind: KeptKind; slug: string }) =>
  kind === "activity" ? `/activities/${slug}` : `/${kind}s/${slug}`;
