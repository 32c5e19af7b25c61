import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { IntroductionForm } from "./introduction-form";

test("what was typed is not lost to a link or another language unasked", () => {
  const action = async () => ({ status: "idle" as const });
  const drawn = renderToStaticMarkup(
    createElement(IntroductionForm, { action, locale: "fr", memberId: "m1", provider: null }),
  );
  expect(drawn).toContain('<i hidden=""></i>');
});
