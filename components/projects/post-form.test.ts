import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PostForm } from "./post-form";

test("what was typed is not lost to a link or another language unasked", () => {
  const action = async () => ({ status: "idle" as const });
  const drawn = renderToStaticMarkup(createElement(PostForm, { action, locale: "fr" }));
  expect(drawn).toContain('<i hidden=""></i>');
});
