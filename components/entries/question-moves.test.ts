import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FlashContext } from "../ui/form-context";
import { QuestionMoves } from "./question-moves";

const act = async () => ({ status: "idle" as const });
const actions = { ask: act, answer: act, remove: act, removeAnswer: act };

/** A question that the reader may answer, right after the act of a form. */
function drawn(told: string | null) {
  const may = { answer: true, translate: [], remove: false, removeAnswer: false };
  const question = { id: "q1", version: 1, isOwn: false, answer: "Oui", may } as never;
  const entry = { entryKind: "project", slug: "soie" } as const;
  const moves = createElement(QuestionMoves, { actions, entry, locale: "fr", question, told });
  const flash = told ? { form: told, message: "C’est dit." } : null;
  return renderToStaticMarkup(createElement(FlashContext, { value: flash }, moves));
}

test("the form of an answer stays open to say that it was sent, and no other does", () => {
  const here = drawn("form-answer-q1");
  expect(here).toMatch(/<details [^>]*open=""/);
  expect(here).toMatch(/<form [^>]*id="form-answer-q1".*C’est dit\..*<\/form>/);
  for (const told of [null, "form-answer-q2", "form-ask"]) {
    expect(drawn(told)).not.toMatch(/<details [^>]*open=""/);
    expect(drawn(told)).not.toContain("C’est dit.");
  }
});
