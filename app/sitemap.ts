import type { MetadataRoute } from "next";
import { languageAddresses } from "@/lib/core/i18n/alternates";
import { listPublishedAddresses } from "@/lib/projects/addresses/queries";

// APP_ORIGIN and the projects are known when the portal runs, not when it is built.
export const dynamic = "force-dynamic";

const PAGES = ["/", "/about", "/projects", "/legal", "/privacy", "/accessibility"];

/** Public pages and published projects, each in every language with the others beside it. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const published = await listPublishedAddresses();
  return [
    ...PAGES.flatMap((page) => inEveryLanguage(page)),
    ...published.flatMap(({ slug, updatedAt }) => inEveryLanguage(`/projects/${slug}`, updatedAt)),
  ];
}

function inEveryLanguage(to: string, lastModified?: Date): MetadataRoute.Sitemap {
  const languages = languageAddresses(to);
  const { "x-default": _, ...own } = languages;
  return Object.values(own).map((url) => ({ url, lastModified, alternates: { languages } }));
}
