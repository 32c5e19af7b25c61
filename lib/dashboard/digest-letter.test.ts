import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { countGraphemes } from "@/lib/core/text/fields";
import { type DigestContent, digestLetter } from "./digest-letter";

const at = new Date();
const isNew = { at, isNew: true, isMuted: false };
const LONG = "Acheter ensemble des machines à tisser d’occasion à Ningbo en 2027";
const notice = (key: string, title = LONG) => ({
  ...{ ...isNew, kind: "translationPublished", subject: `project ${key}` },
  facts: { title, kind: "project", language: "", fields: "", to: `/projects/${key}` },
});
const news = (key: string) => ({ kind: "project", to: `/projects/${key}`, title: key }) as const;
const task = (key: string) => ({
  ...({ kind: "translation", title: `task ${key}`, text: "" } as const),
  href: `/fr/projects/${key}/translate`,
});
const content = (values: Partial<DigestContent>): DigestContent => ({
  ...{ name: "Agathe", rhythm: "weekly", tasks: [], notices: [], news: [], matches: [] },
  ...values,
});
const listed = (letter: ReturnType<typeof digestLetter>) =>
  letter?.parts.flatMap((part) => (part.type === "list" ? part.items.map((one) => one.title) : []));

describe("the digest", () => {
  test("is no letter where nothing happened and nothing is new, whatever waits", () => {
    expect(digestLetter(content({ tasks: [task("a")] }), "fr")).toBeNull();
  });

  test.each(LOCALES)(
    "in %s its subject says the news first, whole quotation marks, how much more, and is short",
    (locale) => {
      const letter = digestLetter(
        content({ notices: [notice("a"), notice("b")], news: [news("c")] }),
        locale,
      );
      expect(countGraphemes(letter?.subject ?? "")).toBeLessThanOrEqual(60);
      expect(letter?.subject).toMatch(/2/u);
      const marks = letter?.subject.match(/[«»“”]/gu)?.length ?? 0;
      expect(marks % 2).toBe(0);
      const alone = digestLetter(content({ news: [news("c")] }), locale);
      expect(alone?.subject).toBe("c");
    },
  );

  test("tells a handful of each, with a way to the rest, and a thing that waits once", () => {
    const many = Array.from({ length: 30 }, (_, index) => `n${index}`);
    const letter = digestLetter(
      content({
        tasks: many.map(task),
        notices: many.map((key) => notice(key, key)),
        news: many.map(news),
      }),
      "fr",
    );
    expect(listed(letter)).toHaveLength(5 + 6 + 8);
    expect(letter?.parts.filter(({ type }) => type === "button")).toHaveLength(4);
    const waits = { ...task("a"), href: "/fr/projects/a#questions" };
    const once = digestLetter(content({ tasks: [waits], notices: [notice("a", "zq")] }), "fr");
    expect(listed(once)).toEqual(["task a"]);
  });
});
