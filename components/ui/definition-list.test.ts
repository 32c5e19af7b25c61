import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DefinitionList } from "./definition-list";

const draw = (items: Parameters<typeof DefinitionList>[0]["items"], layout?: "stack" | "columns") =>
  renderToStaticMarkup(createElement(DefinitionList, { items, layout }));

test.each([undefined, "stack", "columns"] as const)(
  "facts without a value are left out: %s",
  (layout) => {
    const items = [
      { term: "Budget", value: "" },
      { term: "Villes", value: "Ningbo" },
      { term: "Effectif", value: null },
      { term: "Rang", value: 0 },
    ];
    const terms = [...draw(items, layout).matchAll(/<dt[^>]*>([^<]*)/g)].map(([, term]) => term);
    expect(terms).toEqual(["Villes", "Rang"]);
    expect(draw(items.slice(0, 1), layout)).toBe("");
  },
);
