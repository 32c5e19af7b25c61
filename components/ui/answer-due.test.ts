import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AnswerDue } from "./answer-due";

test.each([
  [false, "En attente depuis 3 jours, réponse prévue demain"],
  [true, "Réponse prévue demain, en attente depuis 3 jours"],
])("a line of its own on a phone, it begins with a capital (late: %s)", (isLate, line) => {
  const words = { waiting: "en attente depuis 3 jours", due: "réponse prévue demain" };
  const drawn = renderToStaticMarkup(
    createElement(AnswerDue, { ...words, isLate, locale: "fr" as const }),
  );
  expect(drawn.replace(/<[^>]*>/g, "")).toBe(line);
});
