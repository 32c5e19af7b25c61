import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { tellsRefusal } from "@/lib/core/auth/flash";
import { findRefusal } from "@/lib/core/auth/refused-form";
import { getViewer } from "@/lib/core/auth/viewer";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import { DEFAULT_LOCALE, isLocale, LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sourceSans } from "./fonts";
import "./globals.css";

/** The language of the address that was asked for. */
async function askedLocale(): Promise<Locale> {
  const asked = (await headers()).get("x-club-locale");
  return isLocale(asked) ? asked : DEFAULT_LOCALE;
}

export async function generateMetadata(): Promise<Metadata> {
  const locale = await askedLocale();
  const name = clubName(locale);
  // With JavaScript the form says it (`ErrorSummary`), but one that carries a file.
  const isRefused = (await findRefusal()) !== null || (await tellsRefusal());
  const prefix = isRefused ? getTranslator(locale, "ui")("form.errorPrefix") : "";
  return {
    metadataBase: new URL(env().APP_ORIGIN),
    title: { default: `${prefix}${name}`, template: `${prefix}%s · ${name}` },
    applicationName: name,
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
  const locale = await askedLocale();
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
