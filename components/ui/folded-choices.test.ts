import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FoldedChoices } from "./folded-choices";
import { FormContext } from "./form-context";

/** Whether a list of cities stands open once the form came back. */
function isOpen(state: object): boolean {
  const value = {
    state: { message: "", at: "1", ...state },
    pending: false,
    pressed: null,
    scope: "",
    copy: {},
  };
  const list = createElement(FoldedChoices, { name: "cities", label: "Cities" } as never, "…");
  const drawn = renderToStaticMarkup(createElement(FormContext, { value } as never, list));
  return drawn.includes("<details open");
}

test("a long list stays folded where another field was at fault and nothing was chosen in it", () => {
  const refused = (fields: object, values: object) => isOpen({ status: "invalid", fields, values });
  expect(refused({ ends: "…" }, { ends: "2031-10-15T07:00" })).toBe(false);
  expect(refused({ ends: "…" }, { cities: "foshan" })).toBe(true);
  expect(refused({ cities: "…" }, {})).toBe(true);
});

test("after a conflict it opens: what somebody else has saved stands in it", () => {
  expect(isOpen({ status: "failed", code: "conflict", values: {} })).toBe(true);
  expect(isOpen({ status: "idle" })).toBe(false);
});
