import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { takeAhead } from "./points-ahead";

const ofFive = (key: string, take: () => Promise<{ isOver: boolean; seconds: number }>) =>
  takeAhead(key, 5, take);

test("twelve at once wait for three takes", async () => {
  const key = randomUUID();
  const take = vi.fn(async () => ({ isOver: false, seconds: 60 }));
  const taken = await Promise.all(Array.from({ length: 12 }, () => ofFive(key, take)));
  expect(taken.filter(({ isOver }) => isOver)).toEqual([]);
  expect(take).toHaveBeenCalledTimes(3);
});

test("a take that fails, fails for all who waited for it, and the next one tries again", async () => {
  const key = randomUUID();
  const fails = vi.fn(async () => Promise.reject(new Error("no database")));
  const results = await Promise.allSettled(Array.from({ length: 12 }, () => ofFive(key, fails)));
  expect(results.filter(({ status }) => status === "fulfilled")).toEqual([]);
  expect(fails).toHaveBeenCalledTimes(1);
  const again = await ofFive(key, async () => ({ isOver: false, seconds: 60 }));
  expect(again.isOver).toBe(false);
});

test("once there is none left all are refused, until the window has passed", async () => {
  const key = randomUUID();
  await ofFive(key, async () => ({ isOver: false, seconds: 60 }));
  const over = vi.fn(async () => ({ isOver: true, seconds: 60 }));
  const results = await Promise.all(Array.from({ length: 9 }, () => ofFive(key, over)));
  expect(results.filter(({ isOver }) => isOver)).toHaveLength(5);
  expect((await ofFive(key, over)).isOver).toBe(true);
  await ofFive(key, async () => ({ isOver: false, seconds: -1 }));
  expect((await ofFive(key, over)).isOver).toBe(true);
});
