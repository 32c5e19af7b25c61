import type { MetadataRoute } from "next";
import { env } from "@/lib/core/env";
import { LOCALES } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";

// APP_ORIGIN is known when the portal runs, not when it is built.
export const dynamic = "force-dynamic";

const PRIVATE = [
  "/home",
  "/members",
  "/account",
  "/admin",
  "/apply/",
  "/welcome",
  "/sign-in?from=",
  "/charter/report/",
  "/new-address",
  "/undo-address",
  "/invitation",
  "/projects/new",
  "/organisations/new",
  "/activities/new",
];

export default function robots(): MetadataRoute.Robots {
  const disallow = LOCALES.flatMap((locale) => PRIVATE.map((room) => path(locale, room)));
  return {
    rules: {
      userAgent: "*",
      allow: ["/", "/api/share/"],
      disallow: [...disallow, "/api/", "/dev/"],
    },
    sitemap: `${env().APP_ORIGIN}/sitemap.xml`,
  };
}
