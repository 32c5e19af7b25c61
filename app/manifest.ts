import type { MetadataRoute } from "next";
import { env } from "@/lib/core/env";

// CLUB_NAME is known when the portal runs, not when it is built.
export const dynamic = "force-dynamic";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: env().CLUB_NAME,
    short_name: env().CLUB_NAME,
    start_url: "/",
    display: "browser",
    background_color: "#f9f6f2",
    theme_color: "#f9f6f2",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
    ],
  };
}
