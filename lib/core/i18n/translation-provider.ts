import type { Locale } from "./locales";

/** Texts to translate, in the order in which their translations are given back; `auto` where nobody said in which language they are. */
export type TranslationRequest = {
  texts: readonly string[];
  from: Locale | "auto";
  to: Locale;
  /** Ends the call when the time is up. */
  signal: AbortSignal;
};

/** A service that translates. It is the only thing that gets a member's words out of this server. */
export type TranslationProvider = {
  /** How the service is called, shown to whoever is about to send it something. */
  name: string;
  translate: (request: TranslationRequest) => Promise<readonly string[]>;
};
