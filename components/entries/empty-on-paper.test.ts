import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FilesSection } from "./files-section";
import { QuestionsSection } from "./questions-section";

const act = async () => ({ status: "idle" as const });
const entry = {
  id: "e1",
  entryKind: "event",
  slug: "payer-en-chine",
  title: {},
  originalLocale: "fr",
};
const shared = { entry, locale: "fr", told: null, refusal: null, takeDowns: new Map() };
const actions = { ask: act, remove: act };

const isPrinted = (drawn: string) => !/<section[^>]*no-print/.test(drawn);

test("a part in which nothing stands yet is left out on paper, heading and all", () => {
  const files = (all: object[]) =>
    renderToStaticMarkup(
      createElement(FilesSection, {
        ...{ ...shared, actions },
        page: { files: all, hidden: 0, canAttach: true },
      } as never),
    );
  expect(isPrinted(files([]))).toBe(false);
  const file = { id: "f1", name: "plan.pdf", kind: "pdf", size: 2048, level: "members" };
  expect(isPrinted(files([file]))).toBe(true);
  const page = { questions: [], canAsk: true, isOwn: false };
  const questions = renderToStaticMarkup(
    createElement(QuestionsSection, { ...shared, actions, page } as never),
  );
  expect(isPrinted(questions)).toBe(false);
});
