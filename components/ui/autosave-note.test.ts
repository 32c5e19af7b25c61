import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type FormState, IDLE } from "@/lib/core/form-state";
import { autosaveCopy } from "./autosave-copy";
import { AutosaveNote } from "./autosave-note";
import { FormContext } from "./form-context";

const action = async () => IDLE;
const copy = autosaveCopy(new Date(), "en");

function note(state: FormState) {
  const shown = createElement(AutosaveNote, {
    action,
    base: { version: "1" },
    compareHref: "",
    copy,
  });
  const value = { state, pending: false, pressed: null, scope: "", copy: {} };
  return renderToStaticMarkup(createElement(FormContext, { value }, shown));
}

test("beside the message that another tab was first nothing is said to be saved", () => {
  expect(note(IDLE)).toContain("Saved at");
  const failed = { status: "failed", message: "", at: "", values: {} } as const;
  expect(note({ ...failed, code: "tooManyRequests" })).toContain("Saved at");
  const conflict = note({ ...failed, code: "conflict" });
  expect(conflict).not.toContain("Saved at");
  expect(conflict).toContain('name="version"');
});
