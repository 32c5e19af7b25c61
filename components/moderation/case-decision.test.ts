import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseDecision } from "./case-decision";

const drawn = (verdict: "approved" | "refused", isAppeal: boolean, isHidden: boolean) => {
  const decision = {
    verdict,
    by: "Lin Meihua",
    at: new Date("2026-12-02T09:00:00Z"),
    words: "Non.",
  };
  const reported = { decision, isAppeal, subject: { isHidden } };
  return renderToStaticMarkup(
    createElement(CaseDecision, { locale: "en", reported: reported as never }),
  );
};

test("who took a thing down is left to the notice of that, which stands as long as it is down", () => {
  expect(drawn("approved", false, true)).not.toContain("Lin Meihua");
  expect(drawn("approved", false, false)).toContain("Lin Meihua took it down");
});

test("who left it as it was, and who put it back, is said here alone", () => {
  expect(drawn("refused", false, false)).toContain("Lin Meihua closed the report");
  expect(drawn("refused", true, true)).toContain("Lin Meihua left it taken down");
  expect(drawn("approved", true, false)).toContain("Lin Meihua put it back");
});
