import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NoticeList } from "./notice-list";

test("a Chinese title in a French line is said to be Chinese, with an address or without", () => {
  const text = "Projet « 丝绸展 » : nouvelle réponse";
  const said = {
    kind: "translationPublished",
    at: new Date(),
    text,
    why: "",
    isNew: false,
  } as const;
  const lines = [
    { ...said, href: "/fr/projects/silk", mute: null },
    { ...said, href: null, mute: null },
  ];
  const drawn = renderToStaticMarkup(
    createElement(NoticeList, {
      ...{ locale: "fr" },
      groups: lines.map((line, index) => ({ key: `${index}`, lines: [line] })),
    }),
  );
  expect(drawn.match(/« <span lang="zh-Hans">丝绸展<\/span> »/g)).toHaveLength(2);
});
