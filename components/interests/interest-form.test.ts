import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { InterestForm } from "./interest-form";

test("what was typed is not lost to a link or another language unasked", () => {
  const action = async () => ({ status: "idle" as const });
  const drawn = renderToStaticMarkup(
    createElement(InterestForm, {
      ...{ action, locale: "fr", projectId: "p1", organisations: [], about: "" },
      unnamed: { chosen: [], shown: [], least: 3 },
    }),
  );
  expect(drawn).toContain('<i hidden=""></i>');
});
