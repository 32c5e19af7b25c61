import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { CATALOGUES, type Catalogue } from "./catalogues";
import { LANGUAGE_TAG, LOCALES, type Locale } from "./locales";
import { PROMISES } from "./promises";
import { getTranslator } from "./translator";

type Said = (key: string, values: object) => string;

/** The messages of a room that name something, by their keys. */
function namingIn(messages: object, path = ""): [key: string, message: string][] {
  return Object.entries(messages).flatMap(([name, message]) => {
    const key = path ? `${path}.${name}` : name;
    if (typeof message !== "string") return namingIn(message, key);
    const isPlain = message.includes("{") && !message.includes("<");
    return isPlain ? [[key, message] satisfies [string, string]] : [];
  });
}

/** Numbers for what is counted, else each name for itself. */
function valuesFor(message: string, n: number) {
  const names = [...message.matchAll(/\{\s*(\w+)\s*(,\s*(?:plural|selectordinal|number))?/g)];
  const texts = Object.fromEntries(names.map(([, name = ""]) => [name, `«${name}»`]));
  const numbers = names.filter(([, , kind]) => kind).map(([, name = ""]) => [name, n]);
  return { ...texts, ...PROMISES, ...Object.fromEntries(numbers) };
}

function wronglySaid(locale: Locale): [string, number, string, string][] {
  const tag = LANGUAGE_TAG[locale];
  const asRead = (words: string) => (locale === "zh" ? words.replaceAll("1,234", "1234") : words);
  const rooms = Object.keys(CATALOGUES[locale]) as (keyof Catalogue)[];
  return rooms.flatMap((namespace) => {
    const messages = CATALOGUES[locale];
    const ours = getTranslator(locale, namespace) as unknown as Said;
    const theirs = createTranslator({ locale: tag, messages, namespace }) as unknown as Said;
    return namingIn(messages[namespace]).flatMap(([key, message]) =>
      [0, 1, 2, 1234].flatMap((n) => {
        const values = valuesFor(message, n);
        const [said, due] = [ours(key, values), asRead(theirs(key, values))];
        return said === due ? [] : [[key, n, said, due] satisfies [string, number, string, string]];
      }),
    );
  });
}

test.each(LOCALES)(
  "each message of %s that names something is said as use-intl says it",
  (locale) => {
    const { projects } = CATALOGUES[locale];
    expect(namingIn(projects).length).toBeGreaterThan(10);
    expect(wronglySaid(locale)).toEqual([]);
  },
);

test("four figures stand together in Chinese, five do not", () => {
  const list = (count: number) => getTranslator("zh", "admin")("audit.list", { count });
  const waiting = (count: number) => getTranslator("zh", "jobs")("waiting.number", { count });
  expect([list(1234), list(12_345)]).toEqual(["共1234条记录", "共12,345条记录"]);
  expect([waiting(1234), waiting(12_345)]).toEqual(["1234", "12,345"]);
});
