import { beforeEach, expect, test, vi } from "vitest";
import { findRefusal, keepRefusal } from "./refused-form";

const world = vi.hoisted(() => ({ requestId: "" }));
vi.mock("./request", () => ({
  readRequest: async () => ({ requestId: world.requestId, wantsPage: true }),
}));

beforeEach(() => {
  vi.useFakeTimers();
  return () => {
    vi.runAllTimers();
    vi.useRealTimers();
  };
});

const refuse = (requestId: string, text: string, code = "conflict" as const) => {
  world.requestId = requestId;
  return keepRefusal(code, "Refused.", { words: text });
};
const find = (requestId: string) => {
  world.requestId = requestId;
  return findRefusal();
};

test("what a person wrote comes back for half a minute", async () => {
  await refuse("one", "Un atelier à Lyon.");
  expect(await find("one")).toEqual({ message: "Refused.", typed: ["Un atelier à Lyon."] });
  vi.advanceTimersByTime(30_000);
  expect(await find("one")).toBeNull();
});

test("a flood of refusals leaves the newest two hundred", async () => {
  for (let time = 0; time <= 200; time++) await refuse(`flood ${time}`, "Un atelier.");
  expect(await find("flood 0")).toBeNull();
  expect(await find("flood 1")).not.toBeNull();
  expect(await find("flood 200")).not.toBeNull();
  expect(vi.getTimerCount()).toBe(200);
});

test("long texts are cut, and many of them push the oldest out", async () => {
  const long = `Un atelier ${"x".repeat(1_000_000)}`;
  const texts = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`text${at}`, long]));
  for (const requestId of ["a", "b", "c", "d", "e"]) {
    world.requestId = requestId;
    await keepRefusal("conflict", "", texts);
  }
  expect((await find("e"))?.typed.map(({ length }) => length)).toEqual(Array(50).fill(20_000));
  const kept = await Promise.all(["a", "b", "c", "d", "e"].map(find));
  expect(kept.filter(Boolean).length).toBeLessThanOrEqual(4);
  expect(await find("a")).toBeNull();
});

test("a cut leaves no half of a character", async () => {
  await refuse("half", `ab ${"x".repeat(19_996)}𠮷 et la suite`);
  expect((await find("half"))?.typed[0]).toBe(`ab ${"x".repeat(19_996)}`);
});

test.each(["tooManyRequests", "foreignOrigin"] as const)(
  "nothing is kept of what was refused as %s",
  async (code) => {
    world.requestId = code;
    await keepRefusal(code, "Refused.", { words: "Un atelier à Lyon." });
    expect(await find(code)).toBeNull();
  },
);
