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
const news = (key: string) =>
  ({ kind: "project", to: `/projects/${key}`, title: key, isNear: true }) as const;
const task = (key: string) => ({
  ...({ kind: "translation", title: `task ${key}`, text: "" } as const),
  href: `/fr/projects/${key}/translate`,
});
const content = (values: Partial<DigestContent>): DigestContent => ({
  ...{
    name: "Agathe",
    rhythm: "weekly",
    timeZone: null,
    tasks: [],
    notices: [],
    news: [],
    searches: [],
    matches: [],
  },
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
      expect(alone?.subject).toMatch(/^.{4,}[“«]\u202f?c\u202f?[»”]$/u);
    },
  );

  test("says of the reader's own sectors and cities only what was looked for there", () => {
    const far = { ...news("far"), isNear: false };
    const letter = digestLetter(content({ news: [news("near"), far] }), "en");
    const headings = letter?.parts.flatMap((part) => (part.type === "heading" ? part.text : []));
    expect(headings).toEqual(["New in your sectors and cities", "New in the club"]);
    const club = digestLetter(content({ news: [far] }), "en");
    expect(club?.parts[0]).toMatchObject({ text: "New in the club" });
  });

  test("counts in its subject what it tells, not what waits already", () => {
    const waits = { ...task("a"), href: "/en/projects/a#questions" };
    const letter = digestLetter(
      content({ tasks: [waits], notices: [notice("a")], news: [news("c"), news("d")] }),
      "en",
    );
    expect(letter?.subject).toBe("New project: “c” · and 1 more");
  });

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
    expect(listed(letter)).toHaveLength(5 + 6 + 12);
    expect(letter?.parts.filter(({ type }) => type === "button")).toHaveLength(4);
    const waits = { ...task("a"), href: "/fr/projects/a#questions" };
    const once = digestLetter(content({ tasks: [waits], notices: [notice("a", "zq")] }), "fr");
    expect(listed(once)).toEqual(["task a"]);
  });
});

test.each([
  [null, /Lyon|里昂/u],
  ["Europe/Paris", /Lyon|里昂/u],
  ["Asia/Shanghai", /Pékin|Beijing|北京/u],
  ["America/Montreal", /votre heure|your time|您选择的时区/u],
])("says by whose clock it comes: %s", (timeZone, clock) => {
  for (const locale of LOCALES) {
    for (const rhythm of ["weekly", "daily"] as const) {
      const letter = digestLetter(content({ news: [news("c")], timeZone, rhythm }), locale);
      const said = letter?.parts.flatMap((part) => (part.type === "text" ? part.text : [])).join();
      expect(said).toMatch(clock);
    }
  }
});

test.each(LOCALES)(
  "what is new in a search is told under its name, and alone sends the letter, in %s",
  (locale) => {
    const found = [
      { to: "/projects/silk", title: "Silk" },
      { to: "/projects/x", title: null },
    ];
    const search = { name: "Soie à Canton", to: "/projects?q=soie", found };
    const letter = digestLetter(content({ searches: [search] }), locale);
    const told = JSON.stringify(letter?.parts);
    for (const words of [
      "Soie à Canton",
      "Silk",
      `/${locale}/projects/silk`,
      `/${locale}/projects?q=soie`,
    ]) {
      expect(told).toContain(words);
    }
    expect(letter?.subject).toContain("Soie à Canton");
    expect(digestLetter(content({}), locale)).toBeNull();
  },
);
