import { isReference, type ReferenceList } from "@/db/reference/lists";
import { isSlug } from "@/lib/core/text/slug";

/** Lists that an item may lead to, with what narrows each: the parameter, what the list counts it by, whose slugs it takes. */
const NARROWED = {
  project: { sector: ["sectors", "sectors"], city: ["cities", "cities"] },
  activity: { sector: ["sectors", "sectors"], city: ["cities", "cities"] },
  experience: { topic: ["topics", "experienceTopics"], city: ["cities", "cities"] },
} as const satisfies Record<string, Record<string, readonly [string, ReferenceList]>>;

type ListedKind = keyof typeof NARROWED;

/** Where an item of the past lives on: one page, or a list of which `facet` (`cities:guangzhou`, `""` for all) is counted. */
export type Lead =
  | { kind: "organisation" | "cooperation"; slug: string }
  | { kind: "list"; of: ListedKind; facet: string; words: [ReferenceList, string] | null };

const LISTS: Record<string, ListedKind> = {
  "/projects": "project",
  "/activities": "activity",
  "/experiences": "experience",
};

const PAGES: Record<string, "organisation" | "cooperation"> = {
  organisations: "organisation",
  cooperations: "cooperation",
};

/** What an address of the portal (`/activities?city=guangzhou`) leads to; null for any other. */
export function readLead(address: string): Lead | null {
  const [pathname = "", search = ""] = address.split("?");
  const [, room = "", slug = "", topic = ""] = pathname.split("/");
  if (room === "experiences" && slug === "topics") return narrowed("experience", "topic", topic);
  const page = PAGES[room];
  if (page && !search && pathname === `/${room}/${slug}` && isSlug(slug)) {
    return { kind: page, slug };
  }
  const of = LISTS[pathname];
  if (!of) return null;
  const [[name, value] = ["", ""], ...more] = [...new URLSearchParams(search)];
  if (more.length > 0) return null;
  return name ? narrowed(of, name, value) : { kind: "list", of, facet: "", words: null };
}

function narrowed(of: ListedKind, name: string, value: string): Lead | null {
  const [, by] = Object.entries(NARROWED[of]).find(([parameter]) => parameter === name) ?? [];
  if (!by || !isReference(by[1], value)) return null;
  return { kind: "list", of, facet: `${by[0]}:${value}`, words: [by[1], value] };
}

const ANY_HOST = "https://portal.invalid";

/** The address of the portal in what was pasted, without host and language: `https://…/fr/organisations/nifc`; what is none stays. */
export function addressOf(pasted: string): string {
  if (!URL.canParse(pasted.trim(), ANY_HOST)) return pasted;
  const { pathname, search } = new URL(pasted.trim(), ANY_HOST);
  return pathname.replace(/^\/(?:fr|en|zh)(?=\/|$)/, "").replace(/\/$/, "") + search;
}
