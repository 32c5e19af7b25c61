import { expect, test, vi } from "vitest";

const begun = vi.hoisted(() => [] as string[]);
vi.mock("./client", () => ({
  query: (run: () => string) => {
    begun.push(run());
    return new Promise(() => {});
  },
}));

test("four are written beside at a time, however many copies of this module a process has", async () => {
  for (const key of ["one", "two", "three", "four", "five"]) {
    vi.resetModules();
    const { aside } = await import("./aside");
    aside(
      key,
      () => key as never,
      () => {},
    );
  }
  expect(begun).toEqual(["one", "two", "three", "four"]);
});
