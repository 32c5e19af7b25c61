import { type Formatters, IntlMessageFormat } from "intl-messageformat";
import { createTranslator } from "use-intl/core";
import { CATALOGUES, type Catalogue } from "./catalogues";
import { LANGUAGE_TAG, type Locale } from "./locales";
import { makeNumberFormat } from "./numbers";
import { PROMISES } from "./promises";

/** As messages name them. Most name none, and are said without all of them. */
const NAMED = Object.keys(PROMISES).map((name) => `{${name}`);

/** One set for all messages, numbers as `makeNumberFormat` has them. */
const FORMATTERS: Formatters = {
  getNumberFormat: kept((tag, options) => makeNumberFormat(String(tag), options)),
  getDateTimeFormat: kept((tag, options) => new Intl.DateTimeFormat(tag, options)),
  getPluralRules: kept((tag, options) => new Intl.PluralRules(tag, options)),
};

/** Kept, since a new one parses anew each message it says. */
const made = new Map<string, unknown>();

/**
 * The words of one room in one language: `getTranslator("zh", "projects")("form.title")`.
 * Messages are ICU and may name any of the `PROMISES` beside what they are given; runs on the server only (the catalogues are never shipped to the browser).
 */
export function getTranslator<Namespace extends keyof Catalogue>(
  locale: Locale,
  namespace: Namespace,
): ReturnType<typeof makeTranslator<Namespace>> {
  const key = `${locale} ${namespace}`;
  const known = made.get(key) ?? makeTranslator(locale, namespace);
  made.set(key, known);
  return known as ReturnType<typeof makeTranslator<Namespace>>;
}

function makeTranslator<Namespace extends keyof Catalogue>(locale: Locale, namespace: Namespace) {
  const t = createTranslator<Catalogue, Namespace>({
    locale: LANGUAGE_TAG[locale],
    messages: CATALOGUES[locale],
    namespace,
    onError(error) {
      throw error;
    },
  });
  type Said = (key: string, values?: object, formats?: object) => string;
  const say = t as unknown as Said & Record<"rich" | "markup" | "raw" | "has", Said>;
  const { rich, markup, raw, has } = say;
  const parsed = new Map<string, IntlMessageFormat>();
  /** As use-intl says it, which looks for what it parsed by all that it parsed it with, for longer than saying it takes. */
  const sayParsed: Said = (key, values, formats) => {
    if (!values || formats) return say(key, values, formats);
    const message =
      parsed.get(key) ??
      new IntlMessageFormat(raw(key), LANGUAGE_TAG[locale], undefined, { formatters: FORMATTERS });
    parsed.set(key, message);
    return String(message.format(values as Record<string, string>));
  };
  const withPromises = (said: Said): Said => {
    const plain = new Map<string, string>();
    return (key, values, formats) => {
      const known = values || formats ? undefined : plain.get(key);
      if (known !== undefined) return known;
      const message = raw(key);
      const isPromise = typeof message === "string" && NAMED.some((name) => message.includes(name));
      const words = said(key, isPromise ? { ...PROMISES, ...values } : values, formats);
      if (!values && !formats) plain.set(key, words);
      return words;
    };
  };
  return Object.assign(withPromises(sayParsed), {
    rich: withPromises(rich),
    markup: withPromises(markup),
    raw,
    has,
  }) as unknown as typeof t;
}

type Tag = string | string[] | undefined;

/** Makes each formatter once. */
function kept<Options, Made>(make: (tag?: Tag, options?: Options) => Made) {
  const known = new Map<string, Made>();
  return (tag?: Tag, options?: Options): Made => {
    const key = JSON.stringify([tag, options]);
    const one = known.get(key) ?? make(tag, options);
    known.set(key, one);
    return one;
  };
}
