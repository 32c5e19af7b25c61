/** What an experience may be about: one of each. */
export const LINKED = ["project", "activity", "organisation"] as const;

export type Linked = (typeof LINKED)[number];

/** What is chosen, by its address. */
export type LinkInput = Partial<Record<Linked, string | null>>;

/** Where the pages of each kind stand, without language. */
export const LINK_PATHS: Record<Linked, string> = {
  project: "/projects",
  activity: "/activities",
  organisation: "/organisations",
};
