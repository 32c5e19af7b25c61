import type { RequestState, RevisionState } from "@/db/enums";

/** Where an offer stands that is not online: `notPublished` was accepted into an edit that never came online. */
export type Standing = "offered" | "accepted" | "notPublished" | "declined";

type Offered = {
  state: RequestState;
  words: string;
  /** The edit that it was accepted into, if any. */
  edit: RevisionState | null;
};

/**
 * Where a member's last offer of one text stands, as its author is told; `live` is what is online in that language.
 * Null when there is nothing to say: taken back, online, or made another way since.
 */
export function standingOf({ state, words, edit }: Offered, live: string): Standing | null {
  if (state === "open") return "offered";
  if (state === "withdrawn" || words === live) return null;
  if (state === "declined") return "declined";
  if (edit === null || edit === "published") return null;
  return edit === "withdrawn" || edit === "refused" ? "notPublished" : "accepted";
}
