import "server-only";
import { type Env, env } from "../env";
import type { Locale } from "./locales";

/** Texts to translate, in the order in which their translations are given back. */
export type TranslationRequest = {
  texts: readonly string[];
  from: Locale;
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

/**
 * The services that `TRANSLATION_PROVIDER` may name (its list stands in `lib/core/settings.mjs`). The portal comes with
 * none: whoever adds one tells the members where their words go.
 */
export const TRANSLATION_PROVIDERS: Partial<Record<string, TranslationProvider>> =
  {} satisfies Record<Exclude<Env["TRANSLATION_PROVIDER"], "off">, TranslationProvider>;

/** The provider that the operator chose; null when none is, and then nothing leaves the server. */
export function chosenProvider(): TranslationProvider | null {
  return TRANSLATION_PROVIDERS[env().TRANSLATION_PROVIDER] ?? null;
}

const SECONDS = 20;

/**
 * What the provider makes of these texts, one for each; null when it fails, gives another number of texts, or takes
 * longer than twenty seconds.
 */
export async function translateByProvider(
  provider: TranslationProvider,
  { texts, from, to }: Omit<TranslationRequest, "signal">,
): Promise<readonly string[] | null> {
  const signal = AbortSignal.timeout(SECONDS * 1000);
  const late = new Promise<null>((resolve) => {
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  const made = Promise.resolve({ texts, from, to, signal })
    .then(provider.translate)
    .catch(() => null);
  const given = await Promise.race([made, late]);
  return given?.length === texts.length ? given : null;
}
