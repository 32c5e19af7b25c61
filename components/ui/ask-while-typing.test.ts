import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askWhileTyping } from "./ask-while-typing";

let typed = "";
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
  vi.stubGlobal(
    "FormData",
    class {
      get = () => typed;
    },
  );
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    return Response.json({});
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open() {
  const form = new EventTarget() as HTMLFormElement;
  const query = (data: FormData) => `${data.get("name")}`;
  const question = { source: "/api/similar?name=", pauseMs: 300, isWatched: () => true, query };
  const stop = askWhileTyping(form, question, () => undefined);
  return {
    stop,
    type(text: string, event: Event) {
      typed = text;
      form.dispatchEvent(event);
      return vi.advanceTimersByTimeAsync(1000);
    },
  };
}

const composed = () => Object.assign(new Event("input"), { isComposing: true });

test("what an input method composes is asked about once it is chosen, in whatever order a browser tells it", async () => {
  const { type } = open();
  await type("b", composed());
  await type("bei", composed());
  expect(asked).toEqual([]);
  await type("北", new Event("compositionend"));
  expect(asked).toEqual(["/api/similar?name=北"]);
  await type("北京", new Event("input"));
  expect(asked).toHaveLength(2);
});

test("what was typed just before it composes is not asked about by itself", async () => {
  const { type, stop } = open();
  const before = type("a", new Event("input"));
  await Promise.all([before, type("a b", composed())]);
  expect(asked).toEqual([]);
  stop();
  await type("a北", new Event("compositionend"));
  expect(asked).toEqual([]);
});
