import { beforeEach, expect, test, vi } from "vitest";

/** What was begun, and how each of it ends. */
const going = vi.hoisted(() => [] as { key: string; end: (error?: Error) => void }[]);
vi.mock("./client", () => ({
  query: (run: () => string) =>
    new Promise<void>((resolve, reject) => {
      going.push({ key: run(), end: (error) => (error ? reject(error) : resolve()) });
    }),
}));

beforeEach(() => {
  going.length = 0;
  (globalThis as { clubAside?: unknown }).clubAside = undefined;
  vi.resetModules();
});

const begun = () => going.map(({ key }) => key);
const settled = () => new Promise((resolve) => setTimeout(resolve));
const write = (key: string) =>
  [key, () => key as never, vi.fn<(error: unknown) => void>()] as const;
const BUSY = ["one", "two", "three", "four"];

test("four are written beside at a time, however many copies of this module a process has", async () => {
  for (const key of [...BUSY, "five"]) {
    vi.resetModules();
    const { aside } = await import("./aside");
    aside(...write(key));
  }
  expect(begun()).toEqual(BUSY);
});

test("what must not be lost waits for its turn, in order and before any note", async () => {
  const { aside, asideInTurn } = await import("./aside");
  for (const key of BUSY) aside(...write(key));
  for (const key of ["five", "six", "five"]) asideInTurn(...write(key));
  expect(begun()).toEqual(BUSY);
  going[1]?.end(new Error("broken"));
  await settled();
  aside(...write("note"));
  expect(begun()).toEqual([...BUSY, "five"]);
  going[0]?.end();
  await settled();
  expect(begun()).toEqual([...BUSY, "five", "six"]);
});

test("one that would wait behind too many is told that it is not written", async () => {
  const { asideInTurn } = await import("./aside");
  const lines = Array.from({ length: 4 + 200 + 1 }, (_, index) => write(String(index)));
  for (const line of lines) asideInTurn(...line);
  const told = lines.filter(([, , failed]) => failed.mock.calls.length > 0);
  expect(told.map(([key]) => key)).toEqual(["204"]);
  expect(told[0]?.[2]).toHaveBeenCalledWith(expect.any(Error));
});
