import localFont from "next/font/local";

/** The one web font: Latin letters only; Chinese text uses the reader's own system font. */
export const sourceSans = localFont({
  src: "./fonts/source-sans-3-latin-wght-normal.woff2",
  weight: "200 900",
  style: "normal",
  display: "swap",
  variable: "--font-source-sans",
  adjustFontFallback: "Arial",
});
