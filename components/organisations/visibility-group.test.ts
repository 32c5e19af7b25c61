import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { PageVisibility } from "@/db/enums";
import { newEntry } from "@/lib/organisations/organisation-entry";
import { VisibilityGroup } from "./visibility-group";

/** The values of the buttons, then of those that are chosen. */
function drawn(visibility?: PageVisibility) {
  const entry = { ...newEntry({ name: "", number: "" }, "fr"), visibility };
  const page = renderToStaticMarkup(createElement(VisibilityGroup, { entry, locale: "fr" }));
  const buttons = [...page.matchAll(/<input [^>]*type="radio"[^>]*>/g)].map(([one]) => one);
  const codeOf = (button: string) => button.match(/value="([^"]*)"/)?.[1] ?? "";
  const isChosen = (button: string) => button.includes('checked=""');
  return [buttons.map(codeOf), buttons.filter(isChosen).map(codeOf)];
}

test("of a new organisation, what is usual for its kind is chosen already", () => {
  expect(drawn()).toEqual([["", "public", "members", "team", "self"], [""]]);
});

test("of one that there is, what it was given", () => {
  expect(drawn("members")).toEqual([["public", "members", "team", "self"], ["members"]]);
});
