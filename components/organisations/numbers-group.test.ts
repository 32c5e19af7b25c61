import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { referenceItems } from "@/db/reference/lists";
import { IDLE } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { numberOf } from "@/lib/organisations/registration-rules";
import { FormContext } from "../ui/form-context";
import { NumbersGroup } from "./numbers-group";

const form = { state: IDLE, pending: false, pressed: null, scope: "", copy: formCopy("fr") };
const entry = { originalLocale: "fr", name: {}, stale: {} } as const;
const drawn = renderToStaticMarkup(
  createElement(
    FormContext.Provider,
    { value: form },
    createElement(NumbersGroup, { entry, locale: "fr" }),
  ),
);

test.each(["siren", "uscc"])("%s is not said to be required of every kind", (name) => {
  const [input] = drawn.match(new RegExp(`<input[^>]* name="${name}"[^>]*>`)) ?? [];
  expect(input).toBeDefined();
  expect(input).not.toContain("required");
});

test.each(["siren", "uscc"])("of %s the rule finds the word in its label", (name) => {
  const [, beside] = drawn.match(/label&gt;span([+~])span\]:hidden/) ?? [];
  const [, label = ""] =
    drawn.match(new RegExp(`<label[^>]* for="field-${name}">(.+?)</label>`)) ?? [];
  const parts = [...label.matchAll(/<(span|input)/g)].map(([, tag]) => tag);
  expect(label).toContain(formCopy("fr").optional);
  expect(parts.at(-1)).toBe("span");
  expect(beside === "+" ? parts.slice(1, 2) : parts.slice(1)).toContain("span");
});

test("it reads as optional for the kinds from which the server takes none, and for no other", () => {
  const [rule] = drawn.match(/form:not\(:has\(\[name=kind\]&gt;:is\([^\s"]+label[^\s"]+/) ?? [];
  const kinds = [...(rule ?? "").matchAll(/\[value=([a-z-]+)\]/g)].map(([, kind]) => kind);
  const optional = referenceItems("organisationKinds")
    .map(({ slug }) => slug)
    .filter((kind) => numberOf("fr", kind)?.isRequired === false);
  expect(kinds.sort()).toEqual(optional.sort());
});
