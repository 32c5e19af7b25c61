import { createTranslator } from "use-intl/core";
import { CATALOGUES, type Catalogue } from "./catalogues";
import { LANGUAGE_TAG, type Locale } from "./locales";
import { PROMISES } from "./promises";

/**
 * The words of one room in one language: `getTranslator("zh", "projects")("form.title")`.
 * Messages are ICU and may name any of the `PROMISES` beside what they are given; runs on the server only (the catalogues are never shipped to the browser).
 */
export function getTranslator<Namespace extends keyof Catalogue>(
  locale: Locale,
  namespace: Namespace,
) {
  const t = createTranslator<Catalogue, Namespace>({
    locale: LANGUAGE_TAG[locale],
    messages: CATALOGUES[locale],
    namespace,
    timeZone: "Europe/Paris",
    onError(error) {
      throw error;
    },
  });
  type Said = (key: string, values?: object, formats?: object) => string;
  const withPromises = (say: Said, raw: (key: string) => unknown): Said => {
    return (key, values, formats) => {
      const message = raw(key);
      const takes = typeof message === "string" && message.includes("{");
      return say(key, takes ? { ...PROMISES, ...values } : values, formats);
    };
  };
  const { rich, markup, raw, has } = t as unknown as Record<
    "rich" | "markup" | "raw" | "has",
    Said
  >;
  return Object.assign(withPromises(t as unknown as Said, raw), {
    rich: withPromises(rich, raw),
    markup: withPromises(markup, raw),
    raw,
    has,
  }) as unknown as typeof t;
}
