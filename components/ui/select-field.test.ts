import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LANGUAGE_OPTIONS } from "@/lib/core/i18n/language-options";
import { FormContext } from "./form-context";
import { SelectField } from "./select-field";

const options = [
  { value: "paused", label: "En pause" },
  { label: "Suite", options: [{ value: "negotiating", label: "En négociation" }] },
];

/** A choice as it is drawn once the form came back: with what was chosen, on what is saved by now. */
function drawn(code: string, chosen: string, saved: string): string {
  const state = { status: "failed", code, message: "", at: "1", values: { progress: chosen } };
  const value = { state, pending: false, pressed: null, scope: "", copy: { meanwhile: "Saved:" } };
  const field = { name: "progress", label: "Avancement", emptyLabel: "Aucun", options };
  return renderToStaticMarkup(
    createElement(
      FormContext,
      { value } as never,
      createElement(SelectField, { ...field, defaultValue: saved }),
    ),
  );
}

const SAVED = /Saved:<\/p><p[^>]*>([^<]*)</;
const savedBeside = (html: string) => SAVED.exec(html)?.[1];

test("what was chosen meanwhile in another tab stands beside one's own choice, as it does beside a text", () => {
  expect(savedBeside(drawn("conflict", "paused", "negotiating"))).toBe("En négociation");
  expect(savedBeside(drawn("conflict", "negotiating", "paused"))).toBe("En pause");
  expect(savedBeside(drawn("conflict", "negotiating", ""))).toBe("Aucun");
  expect(drawn("conflict", "negotiating", "paused")).toContain('value="negotiating" selected=""');
});

test("nothing stands there where nothing was changed meanwhile", () => {
  expect(savedBeside(drawn("conflict", "paused", "paused"))).toBeUndefined();
  expect(savedBeside(drawn("notActive", "negotiating", "paused"))).toBeUndefined();
});

test("where a choice is no longer offered the saved one stands, not the first of the list", () => {
  const html = drawn("conflict", "idea", "negotiating");
  expect(html).toContain('value="negotiating" selected=""');
  expect(savedBeside(html)).toBe("En négociation");
  expect(drawn("conflict", "idea", "")).toContain('value="" selected=""');
});

test("a language by its own name is read out in that language", () => {
  const field = { name: "locale", label: "Langue", options: LANGUAGE_OPTIONS };
  const html = renderToStaticMarkup(createElement(SelectField, field));
  expect(html).toContain('<option lang="zh-Hans" value="zh"');
});
