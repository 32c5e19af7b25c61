import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FormState } from "@/lib/core/form-state";
import { goOn, type Waiting, watchForm } from "./watch-form";

/** A form with one text, its page, and a server that answers when it is told to. */
class Anchor extends EventTarget {
  href = "/fr/projects";
  hash = "";
  target = "";
  closest = () => this;
}

const DONE = { status: "done", message: "", at: "" } satisfies FormState;
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const assign = vi.fn();
let watched: ReturnType<typeof watchForm>;
let isSaving = { current: false };
let isChanged = { current: false };
let afterSave: Waiting = { current: null };
let sent: string[] = [];
let answers: { resolve: (state: FormState) => void; reject: (error: Error) => void }[] = [];
let form = Object.assign(new EventTarget(), { text: "" });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  vi.stubGlobal("location", { assign });
  vi.stubGlobal("Element", Anchor);
  vi.stubGlobal("HTMLAnchorElement", Anchor);
  const Whole = FormData;
  vi.stubGlobal(
    "FormData",
    class extends Whole {
      constructor(of: typeof form) {
        super();
        this.set("_key", "the-key~reader");
        this.set("text", of.text);
      }
    },
  );
  assign.mockClear();
  page.visibilityState = "visible";
  [sent, answers] = [[], []];
  [isSaving, isChanged, afterSave] = [{ current: false }, { current: false }, { current: null }];
  form = Object.assign(new EventTarget(), { text: "" });
  watched = watchForm(form as unknown as HTMLFormElement, {
    action: (_state, data) => {
      sent.push(String(data.get("text")));
      return new Promise((resolve, reject) => answers.push({ resolve, reject }));
    },
    isSaving,
    isChanged,
    afterSave,
    setState: () => {},
    keep: () => {},
  });
});

afterEach(() => {
  watched.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function type(text: string) {
  form.text = text;
  form.dispatchEvent(new Event("input"));
}

async function lose() {
  answers.at(-1)?.reject(new TypeError("Failed to fetch"));
  await vi.advanceTimersByTimeAsync(0);
}

/** The server answers; `isDrawn`: with the new version, which the form takes at once. */
async function answer(isDrawn = true) {
  answers.at(-1)?.resolve(isDrawn ? { ...DONE, kept: { version: 2 } } : DONE);
  await vi.advanceTimersByTimeAsync(0);
  if (!isDrawn) return;
  isSaving.current = false;
  goOn(afterSave);
}

function follow() {
  const click = new Event("click", { cancelable: true });
  Object.defineProperty(click, "target", { value: new Anchor() });
  page.dispatchEvent(click);
  return click.defaultPrevented;
}

async function loseFirst() {
  type("A");
  await vi.advanceTimersByTimeAsync(8000);
  await lose();
  type("A and B");
}

test.each([true, false])(
  "leaving by a link after a lost save takes along what was typed since (drawn again: %s)",
  async (isDrawn) => {
    await loseFirst();
    expect(follow()).toBe(true);
    await answer(isDrawn);
    if (!isDrawn) await vi.advanceTimersByTimeAsync(3000);
    expect(sent).toEqual(["A", "A", "A and B"]);
    // The patience of the first save must not run out upon the second.
    await vi.advanceTimersByTimeAsync(3000);
    expect(assign).not.toHaveBeenCalled();
    await answer();
    expect(sent).toHaveLength(3);
    expect(assign).toHaveBeenCalledTimes(1);
  },
);

test("what was typed while a save was under way is saved before a link is followed", async () => {
  type("A");
  await vi.advanceTimersByTimeAsync(8000);
  type("A and B");
  expect(follow()).toBe(true);
  await answer();
  expect(assign).not.toHaveBeenCalled();
  await answer();
  expect(sent).toEqual(["A", "A and B"]);
  expect(assign).toHaveBeenCalledTimes(1);
});

test("a tab that is hidden after a lost save sends the rest at once", async () => {
  await loseFirst();
  page.visibilityState = "hidden";
  page.dispatchEvent(new Event("visibilitychange"));
  await answer();
  expect(sent).toEqual(["A", "A", "A and B"]);
});

test("without a network a link is followed after one try", async () => {
  await loseFirst();
  expect(follow()).toBe(true);
  await lose();
  expect(sent).toEqual(["A", "A"]);
  expect(assign).toHaveBeenCalledTimes(1);
});
