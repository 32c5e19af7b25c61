import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Checkbox } from "./checkbox";
import { CheckboxGroup } from "./checkbox-group";
import { FormContext } from "./form-context";
import { RadioGroup } from "./radio-group";

const options = [
  { value: "food", label: "Alimentation" },
  { label: "Industrie", options: [{ value: "steel", label: "Acier" }] },
];

type Sent = { code?: string; chosen: string[]; [prop: string]: unknown };

/** A field once the form came back with what was chosen, on what is saved by now. */
function draw(field: FunctionComponent<never>, { code = "conflict", chosen, ...props }: Sent) {
  const values = chosen.length > 0 ? { it: chosen } : {};
  const state = { status: "failed", code, message: "", at: "1", values };
  const value = { state, pending: false, pressed: null, scope: "", copy: { meanwhile: "Saved:" } };
  const drawn = createElement(
    field as FunctionComponent,
    { ...props, name: "it", options, legend: "…" } as never,
  );
  return renderToStaticMarkup(createElement(FormContext, { value } as never, drawn));
}

/** What stands beside it, as `["Acier"]`. */
function savedBeside(field: FunctionComponent<never>, sent: Sent): string[] | null {
  const [, beside] = /Saved:<\/p><p[^>]*>(.*?)<\/p>/.exec(draw(field, sent)) ?? [];
  return beside === undefined ? null : beside.split(/<[^>]*>/).filter(Boolean);
}

test("boxes that somebody else ticked or unticked meanwhile stand beside one's own", () => {
  const beside = (chosen: string[], defaultValue: string[]) =>
    savedBeside(CheckboxGroup, { chosen, defaultValue });
  expect(beside(["food"], ["food", "steel"])).toEqual(["Alimentation", "Acier"]);
  expect(beside([], ["steel"])).toEqual(["Acier"]);
  expect(beside(["food"], [])).toEqual(["–"]);
});

test("it stands above them, since a long list scrolls", () => {
  const html = draw(CheckboxGroup, { chosen: ["food"], defaultValue: ["steel"] });
  expect(html.indexOf("Saved:")).toBeLessThan(html.indexOf("<input"));
});

test("the choice that is saved by now stands beside one's own among round buttons", () => {
  const beside = (chosen: string, defaultValue?: string) =>
    savedBeside(RadioGroup, { chosen: [chosen], defaultValue });
  expect(beside("food", "steel")).toEqual(["Acier"]);
  expect(beside("food", "food")).toBeNull();
});

test("so it does of a single box", () => {
  const beside = (chosen: string[], defaultChecked: boolean) =>
    savedBeside(Checkbox, { chosen, defaultChecked, label: "Publié" });
  expect(beside([], true)).toEqual(["Publié"]);
  expect(beside(["yes"], false)).toEqual(["–"]);
  expect(beside(["yes"], true)).toBeNull();
});

test("nothing stands there where both agree, after another refusal, and where nothing is ever saved", () => {
  const both = ["steel", "food"];
  expect(savedBeside(CheckboxGroup, { chosen: ["food", "steel"], defaultValue: both })).toBeNull();
  const refused = { code: "notActive", chosen: [], defaultValue: both };
  expect(savedBeside(CheckboxGroup, refused)).toBeNull();
  expect(savedBeside(CheckboxGroup, { chosen: ["food"] })).toBeNull();
  expect(savedBeside(RadioGroup, { chosen: ["food"] })).toBeNull();
  expect(savedBeside(Checkbox, { chosen: ["yes"], label: "Lu" })).toBeNull();
});
