import type { QueryValues } from "../core/paths";
import type { QueueFilters } from "./queue.schema";
import type { Place } from "./queue-order";

/** The page on which the club team decides, without language. */
export const dossierOf = ({ kind, id }: Pick<Place, "kind" | "id">) => `/admin/${kind}s/${id}`;

/** What the address of a dossier keeps of the list that it was opened from. */
export function openedFrom({ submittedAt }: Place, { kind, taken, late }: QueueFilters) {
  return { kind, taken, late, since: submittedAt.toISOString() } satisfies QueryValues;
}

/**
 * Where a decision leads from the page it was taken on (`RequestFacts.page`): to what follows in the list that the page
 * was opened from, and to `otherwise` when it was opened from elsewhere, a mail for example.
 */
export function leadOn(page: string | undefined, otherwise: string): string {
  const [pathname = "", query] = (page ?? "").split("?");
  const [, kind, id] = /^\/admin\/([a-z]+)s\/([\da-f-]{36})$/.exec(pathname) ?? [];
  const asked = new URLSearchParams(query);
  if (!kind || !id || !asked.has("since")) return otherwise;
  const kept = keptOf(asked, ["since", ...FILTERS]);
  return `/admin/next?${new URLSearchParams([["of", kind], ["after", id], ...kept])}`;
}

/** The list that a page was opened from, as it was narrowed. */
export function backToQueue(page: string | undefined): string {
  const asked = new URLSearchParams((page ?? "").split("?")[1]);
  const kept = keptOf(asked, FILTERS);
  return kept.length > 0 ? `/admin?${new URLSearchParams(kept)}` : "/admin";
}

const FILTERS = ["kind", "taken", "late"];

/** Those of an address that say something, with what they say. */
const keptOf = (asked: URLSearchParams, names: readonly string[]) =>
  names.flatMap((name) => {
    const value = asked.get(name);
    return value ? [[name, value]] : [];
  });
