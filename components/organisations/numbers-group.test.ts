import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { referenceItems } from "@/db/reference/lists";
import { numberOf } from "@/lib/organisations/registration-rules";
import { NumbersGroup } from "./numbers-group";

const drawn = renderToStaticMarkup(
  createElement(NumbersGroup, {
    entry: { originalLocale: "fr", name: {}, stale: {} },
    locale: "fr",
  }),
);

test.each(["siren", "uscc"])("%s is not said to be required of every kind", (name) => {
  const [input] = drawn.match(new RegExp(`<input[^>]* name="${name}"[^>]*>`)) ?? [];
  expect(input).toBeDefined();
  expect(input).not.toContain("required");
});

test("it reads as optional for the kinds from which the server takes none, and for no other", () => {
  const [rule] = drawn.match(/form:not\(:has\(\[name=kind\]&gt;:is\([^\s"]+label[^\s"]+/) ?? [];
  const kinds = [...(rule ?? "").matchAll(/\[value=([a-z-]+)\]/g)].map(([, kind]) => kind);
  const optional = referenceItems("organisationKinds")
    .map(({ slug }) => slug)
    .filter((kind) => numberOf("fr", kind)?.isRequired === false);
  expect(kinds.sort()).toEqual(optional.sort());
});
