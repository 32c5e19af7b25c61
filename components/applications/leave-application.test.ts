import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FORM_STEPS } from "@/lib/applications/form-steps";
import { LeaveApplication } from "./leave-application";

const draw = (current: string) =>
  renderToStaticMarkup(createElement(LeaveApplication, { current, locale: "fr" }));

const valuesOf = (drawn: string) =>
  [...drawn.matchAll(/<button[^>]* value="(\w+)"/g)].map(([, value]) => value);

// The first button of a form is the one that Enter presses, and the header stands before the page.
test.each(FORM_STEPS)("Enter in a field of %s goes on, it does not leave", (step) => {
  const drawn = draw(`/apply/${step}?notice=nameProposed`);
  expect(valuesOf(drawn)).toEqual(["continue", "leave"]);
});

test("the button that Enter presses is neither read out nor stopped at", () => {
  const [first = ""] = draw("/apply/identity").match(/<button[^>]*>/) ?? [];
  expect(first).toContain('aria-hidden="true"');
  expect(first).toContain('tabindex="-1"');
});

test("a page without a form has a link alone", () => {
  expect(valuesOf(draw("/apply/check"))).toEqual([]);
});
