import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type FormState, IDLE } from "@/lib/core/form-state";
import { PROJECTS } from "@/lib/projects/project";
import { EntryField } from "../entries/entry-field";
import { FormContext } from "../ui/form-context";

const content = { originalLocale: "fr", title: {}, cities: ["ningbo"] } as const;

/** Whether the list of cities of a project stands open in a form of this state. */
function isOpen(state: FormState): boolean {
  const copy = { meanwhile: "Enregistré entre-temps" };
  const field = createElement(EntryField, {
    ...{ noun: PROJECTS, name: "cities", locale: "fr" },
    entry: { content, stale: {} },
  });
  const form = { state, pending: false, pressed: null, scope: "", copy };
  const page = renderToStaticMarkup(createElement(FormContext, { value: form }, field));
  expect(page).toContain("<details");
  return page.includes('<details open=""');
}

test("a long list that is folded stands open once the form was refused", () => {
  expect(isOpen(IDLE)).toBe(false);
  const refused = { status: "failed", message: "", at: "", values: { cities: "wuhan" } } as const;
  expect(isOpen({ ...refused, code: "conflict" })).toBe(true);
});
