import { beforeEach, expect, test } from "vitest";
import { watchLeaving } from "./watch-leaving";

let isRefused = false;
let page = new EventTarget();
let form = new EventTarget();
let stop = () => {};

beforeEach(() => {
  isRefused = false;
  page = new EventTarget();
  const querySelector = () => (isRefused ? {} : null);
  form = Object.assign(new EventTarget(), { querySelector });
  stop = watchLeaving(form as HTMLFormElement, page);
});

const happen = (name: string) => form.dispatchEvent(new Event(name));

/** Whether the browser asks when the page is left now. */
function isAsked(): boolean {
  const leaving = new Event("beforeunload", { cancelable: true });
  // A browser's own can be set; until 22, Node's cannot.
  Object.defineProperty(leaving, "returnValue", { writable: true });
  page.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

test("a form that was only read is left unasked", () => {
  expect(isAsked()).toBe(false);
});

test("what was typed is not left unasked, what was sent is", () => {
  happen("input");
  expect(isAsked()).toBe(true);
  happen("submit");
  expect(isAsked()).toBe(false);
  happen("input");
  expect(isAsked()).toBe(true);
});

test("what was sent and refused is not left unasked", () => {
  happen("input");
  happen("submit");
  isRefused = true;
  expect(isAsked()).toBe(true);
});

test("nobody is asked once the form has gone", () => {
  happen("input");
  stop();
  expect(isAsked()).toBe(false);
});
