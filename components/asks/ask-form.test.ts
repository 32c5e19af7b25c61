import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AskForm } from "./ask-form";

test("what was typed is not lost to a link or another language unasked", () => {
  const action = async () => ({ status: "idle" as const });
  const drawn = renderToStaticMarkup(createElement(AskForm, { action, locale: "zh" }));
  expect(drawn).toContain('<i hidden=""></i>');
});
