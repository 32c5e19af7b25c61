import type { Locale } from "@/lib/core/i18n/locales";
import en from "@/lib/core/i18n/messages/en/failure.json";
import fr from "@/lib/core/i18n/messages/fr/failure.json";
import zh from "@/lib/core/i18n/messages/zh/failure.json";

/** The only words that go to the browser in every language: a failed page has no server to ask. */
export const FAILURE_WORDS: Record<Locale, typeof en> = { fr, en, zh };
