import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { readFindAddress } from "@/lib/organisations/find-address";
import { FindForm } from "./find-form";

const draw = (locale: Locale, asked: Record<string, string>) =>
  renderToStaticMarkup(createElement(FindForm, { asked: readFindAddress(asked), locale }));

const tagOf = (name: string, drawn: string) =>
  drawn.match(new RegExp(`<input[^>]* name="${name}"[^>]*>`))?.[0];

test.each(LOCALES)("in %s what is missing or wrong is told above and at its field", (locale) => {
  const drawn = draw(locale, { name: " ", registrationId: "123" });
  const errors = getTranslator(locale, "errors");
  const [summary = ""] = drawn.match(/<div[^>]*data-error-summary.*?<\/ul>/) ?? [];
  for (const [field, code] of [
    ["name", "required"],
    ["registrationId", "notARegistrationNumber"],
  ] as const) {
    expect(summary).toContain(`href="#field-${field}"`);
    expect(drawn.split(errors(code))).toHaveLength(3);
    expect(tagOf(field, drawn)).toContain('aria-invalid="true"');
  }
  expect(tagOf("registrationId", drawn)).toContain('value="123"');
});

test("asked for the first time, or to change it, nothing is refused and nothing else is sent", () => {
  const change = { name: "Soie", registrationId: "123", change: "on" };
  for (const drawn of [draw("fr", {}), draw("fr", change)]) {
    expect(drawn).not.toContain("data-error-summary");
    expect(drawn).not.toContain("_label.");
  }
});

test("browsers may put back what was typed when one goes back: none of it is to be forgotten", () => {
  const drawn = draw("fr", { name: "Soie", registrationId: "123", change: "on" });
  expect(drawn).toContain('name="registrationId"');
  expect(drawn).not.toMatch(/autocomplete="off"/iu);
});
