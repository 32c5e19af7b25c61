import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { getViewer } from "@/lib/core/auth/viewer";
import { env } from "@/lib/core/env";
import { DEFAULT_LOCALE, isLocale, LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import { sourceSans } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(env().APP_ORIGIN),
    title: { default: env().CLUB_NAME, template: `%s · ${env().CLUB_NAME}` },
    applicationName: env().CLUB_NAME,
    icons: { icon: "/favicon.svg", apple: "/apple-touch-icon.png" },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f9f6f2" },
    { media: "(prefers-color-scheme: dark)", color: "#0e141c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const asked = (await headers()).get("x-club-locale");
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const theme = (await getViewer())?.theme ?? "system";
  return (
    <html
      lang={LANGUAGE_TAG[locale]}
      className={sourceSans.variable}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body>{children}</body>
    </html>
  );
}
