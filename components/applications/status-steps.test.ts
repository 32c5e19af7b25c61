import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { OwnApplication } from "@/lib/applications/queries";
import { StatusSteps } from "./status-steps";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));

const MESSAGES = [
  { id: "1", kind: "question", words: "Quels clients à Canton ?", createdAt: at(3) },
  { id: "2", kind: "answer", words: "Trois ateliers de confection.", createdAt: at(4) },
  { id: "3", kind: "question", words: "Depuis quand ?", createdAt: at(5) },
] as const;

const draw = (state: OwnApplication["state"], messages: readonly (typeof MESSAGES)[number][]) => {
  const application = {
    state,
    locale: "zh" as const,
    messages: [...messages],
    createdAt: at(1),
    submittedAt: at(1),
    takenAt: at(2),
    decidedAt: null,
    updatedAt: at(6),
  };
  return renderToStaticMarkup(createElement(StatusSteps, { application, locale: "fr" }));
};

test("what was asked and what was answered can be read again", () => {
  const drawn = draw("under-review", MESSAGES.slice(0, 2));
  expect(drawn).toContain(MESSAGES[0].words);
  expect(drawn).toContain(MESSAGES[1].words);
});

test("the question that is open stands above its field alone", () => {
  const drawn = draw("info-requested", MESSAGES);
  expect(drawn).toContain(MESSAGES[1].words);
  expect(drawn).not.toContain(MESSAGES[2].words);
});
