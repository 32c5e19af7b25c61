import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { IDLE } from "@/lib/core/form-state";
import type { PageStanding } from "@/lib/pages/queries";
import { PageTable } from "./page-table";

test("what can be done about each page is called by the page", () => {
  const own = { isHidden: false, moderation: "draft", isEdited: false };
  const standings = [
    { page: "charter", own: null },
    { page: "privacy", own: null },
    { page: "about", own },
    { page: "legal", own },
  ] as unknown as PageStanding[];
  const shown = { standings, start: async () => IDLE, locale: "en" } as const;
  const table = renderToStaticMarkup(createElement(PageTable, shown));
  const acts = [...table.matchAll(/<(button|a class="button).*?<\/(button|a)>/g)].map(([act]) =>
    act.replace(/<[^>]*>/g, ""),
  );
  expect(acts).toHaveLength(4);
  expect(new Set(acts).size).toBe(4);
});
