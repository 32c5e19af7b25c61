import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MailSwitchesForm } from "./mail-switches-form";

test("the form says what it showed as on, so that only what is changed in it counts", () => {
  const shown = { wanted: ["digest", "rooms"], viewer: { role: "member" }, locale: "fr" };
  const form = createElement(MailSwitchesForm, { ...shown, action: async () => ({}) } as never);
  expect(renderToStaticMarkup(form)).toMatch(/name="shown"[^>]*value="digest rooms"/);
});
