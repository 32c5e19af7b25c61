import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TakeDownPanel } from "./take-down-panel";

const nothing = async () => ({ status: "idle" as const });

/** Something taken down whose author wants it back, as its author reads it, or the club team by the name of who did. */
function drawn(by: string | null): string {
  const at = new Date("2026-11-30T09:00:00Z");
  const reason = { label: "Inaccurate", message: "Your content is inaccurate." };
  const may = { mayAppeal: false, mayTakeDown: false, mayPutBack: false };
  return renderToStaticMarkup(
    createElement(TakeDownPanel, {
      ...{ kind: "project", locale: "en", contact: "club@example.org" },
      state: {
        ...{ id: "1", called: "project", language: "fr", appeal: { at, isWaiting: true }, ...may },
        takenDown: { at, reason, words: null, by },
      },
      actions: { takeDown: nothing, putBack: nothing, appeal: nothing },
    }),
  );
}

test("its author reads that somebody else decides; the club team, which may be who decides, who does not", () => {
  const [author, team] = [drawn(null), drawn("Lin Meihua")];
  expect(author).toContain("Someone else on the club team will decide.");
  expect(team).not.toContain("Someone else");
  expect(team).toContain("The person who took it down can’t decide on it.");
});

test("the name of who took it down is said to be Chinese where it is", () => {
  expect(drawn("Lin Meihua 林美华")).toContain('Lin Meihua <span lang="zh-Hans">林美华</span>');
});

test("an answer is called one, and acted on as the question it is kept as", () => {
  const may = { mayAppeal: false, mayTakeDown: false, mayPutBack: true };
  const state = {
    id: "1",
    called: "answer",
    takenDown: { at: new Date(), reason: { label: "", message: "" }, words: null, by: "Lin" },
    language: null,
    appeal: null,
  } as const;
  const html = renderToStaticMarkup(
    createElement(TakeDownPanel, {
      ...{ kind: "question", locale: "en", contact: "club@example.org" },
      state: { ...state, ...may },
      actions: { takeDown: nothing, putBack: nothing, appeal: nothing },
    }),
  );
  expect(html).toContain("Put back answer");
  expect(html).toContain('name="kind" value="question"');
});
