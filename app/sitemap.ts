import type { MetadataRoute } from "next";
import { listPublicAddresses as listActivityAddresses } from "@/lib/activities/addresses.queries";
import { listPublicAddresses as listCooperationAddresses } from "@/lib/cooperations/queries";
import { SITEMAP_PAGES } from "@/lib/core/paths";
import { listPublicAddresses as listEventAddresses } from "@/lib/events/queries";
import { listPublicAddresses as listExperienceAddresses } from "@/lib/experiences/queries";
import { listPublicAddresses as listHeritageAddresses } from "@/lib/heritage/queries";
import { listPublicAddresses as listOrganisationAddresses } from "@/lib/organisations/addresses.queries";
import { listPublishedAddresses } from "@/lib/projects/listing.queries";
import { languageAddresses } from "./alternates";

// APP_ORIGIN and the projects are known when the portal runs, not when it is built.
export const dynamic = "force-dynamic";

const PAGES = [
  "/",
  "/about",
  "/apply",
  "/projects",
  "/activities",
  "/organisations",
  "/experiences",
  "/experiences/topics",
  "/events",
  "/cooperations",
  "/heritage",
  "/charter",
  "/legal",
  "/privacy",
  "/accessibility",
];

/**
 * Public pages, published projects, public activities and organisations, open experiences, public events, each in every language with
 * the others beside it; of more than a sitemap holds, those that changed last.
 */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const [projects, activities, organisations, experiences, events, cooperations, heritage] =
    await Promise.all([
      listPublishedAddresses(),
      listActivityAddresses(),
      listOrganisationAddresses(),
      listExperienceAddresses(),
      listEventAddresses(),
      listCooperationAddresses(),
      listHeritageAddresses(),
    ]);
  const changed = [
    ...below("/projects", projects),
    ...below("/activities", activities),
    ...below("/organisations", organisations),
    ...below("/experiences", experiences),
    ...below("/events", events),
    ...below("/cooperations", cooperations),
    ...below("/heritage", heritage),
  ].sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  return [
    ...PAGES.flatMap((page) => inEveryLanguage(page)),
    ...changed
      .slice(0, SITEMAP_PAGES - PAGES.length)
      .flatMap(({ to, updatedAt }) => inEveryLanguage(to, updatedAt)),
  ];
}

type Address = { slug: string; updatedAt: Date };

const below = (room: string, addresses: Address[]) =>
  addresses.map(({ slug, updatedAt }) => ({ to: `${room}/${slug}`, updatedAt }));

function inEveryLanguage(to: string, lastModified?: Date): MetadataRoute.Sitemap {
  const languages = languageAddresses(to);
  const { "x-default": _, ...own } = languages;
  return Object.values(own).map((url) => ({ url, lastModified, alternates: { languages } }));
}
