import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

const SEPARATOR = { ",": "comma", ";": "semicolon", "\t": "tab" } as const;

const ENCODING: Record<string, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  gb18030: "GB18030",
  "windows-1252": "Windows-1252",
};

/** A separator by its name; the sign itself where it has none. */
export function separatorWords(separator: string, locale: Locale): string {
  const name = SEPARATOR[separator as keyof typeof SEPARATOR];
  return name ? getTranslator(locale, "imports")(`separators.${name}`) : separator;
}

/** An encoding as programs call it. */
export const encodingWords = (encoding: string) => ENCODING[encoding] ?? encoding;
