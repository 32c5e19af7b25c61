import { sentForm } from "./form-body.mjs";
import { escaped } from "./plain-page.mjs";

/** What is never shown again; as in lib/core/text/read-form.ts, which a test compares. */
export const SECRET = /password|^code$|token/i;
/** Keys, slugs, days and numbers: chosen or carried along, not written. */
const CARRIED = /^[\da-z:.,_-]*$/;

/** What a person wrote in a form that was sent by a page of ours, by script or without. */
function writtenIn(form) {
  return [...(form ?? [])]
    .filter(([name]) => !/^(\$|_)/.test(name) && !SECRET.test(name))
    .map(([, value]) => value)
    .filter((value) => typeof value === "string" && !CARRIED.test(value.trim()));
}

/** The words of a refused form, given back to be copied, under a heading; empty when nothing was written. */
export function typedWords(req, heading) {
  const texts = writtenIn(sentForm(req)).map((text, at) => {
    const rows = Math.min(20, 1 + text.split("\n").length + Math.floor(text.length / 60));
    // The first line break after the tag is not part of the text.
    return `<textarea aria-label="${heading} ${at + 1}" dir="auto" readonly rows="${rows}">\n${escaped(text)}</textarea>`;
  });
  return texts.length > 0 ? `<h2>${heading}</h2>${texts.join("")}` : "";
}
