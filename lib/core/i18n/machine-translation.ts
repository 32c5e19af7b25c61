import "server-only";
import { type Env, env } from "../env";
import { log } from "../log";
import { libreTranslate } from "./libre-translate";
import type { TranslationProvider, TranslationRequest } from "./translation-provider";

/**
 * The services that `TRANSLATION_PROVIDER` may name (its list stands in `lib/core/settings.mjs`). The portal runs with none
 * until its operator says which, and how members read of it.
 */
export const TRANSLATION_PROVIDERS: Partial<Record<string, TranslationProvider>> = {
  libretranslate: libreTranslate,
} satisfies Record<Exclude<Env["TRANSLATION_PROVIDER"], "off">, TranslationProvider>;

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
    .catch((error: Error) => {
      // By its name alone: what a parser complains of may quote what was written.
      log.warn({ event: "translation-failed", reason: error.name });
      return null;
    });
  const given = await Promise.race([made, late]);
  return given?.length === texts.length ? given : null;
}
