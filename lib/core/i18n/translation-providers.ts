import type { TranslationProvider } from "./machine-translation";

/**
 * The services that `TRANSLATION_PROVIDER` may name. The portal comes with none: an operator who wants one adds it here
 * and tells the members where their words go.
 */
export const TRANSLATION_PROVIDERS: Record<string, TranslationProvider> = {};
