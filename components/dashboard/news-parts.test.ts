import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { NewsView } from "@/lib/dashboard/news-view";
import { memberCardCopy } from "@/lib/members/member-card-copy";
import { NewsParts } from "./news-parts";

const draw = (view: NewsView) =>
  renderToStaticMarkup(createElement(NewsParts, { view, copy: memberCardCopy("en") }));

const members = {
  title: "2 new members",
  items: [{ href: "/en/members/zhao-wenqi", name: "Zhao Wenqi" }],
  all: { href: "/en/members", label: "All members" },
};

test("new members stand behind the lists, with the way to the others, and only where there are some", () => {
  const lists = [{ title: "1 new project", items: [] }];
  const both = draw({ lists, members });
  expect(both.indexOf("1 new project")).toBeLessThan(both.indexOf("2 new members"));
  expect(both).toContain('href="/en/members/zhao-wenqi"');
  expect(both).toContain('href="/en/members"');
  expect(draw({ lists }).match(/<h3/g)).toHaveLength(1);
});
