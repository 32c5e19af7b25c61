import { describe, expect, it } from "vitest";
import { DeadlinePassed } from "./errors";
import { createSemaphore } from "./semaphore";

describe("semaphore", () => {
  it("lets so many in and the others in their order", async () => {
    const take = createSemaphore(2, 1000);
    const entered: number[] = [];
    const enter = (name: number) =>
      take().then((release) => {
        entered.push(name);
        return release;
      });
    const [first] = await Promise.all([enter(1), enter(2)]);
    const waiting = [enter(3), enter(4)];
    expect(entered).toEqual([1, 2]);
    first();
    (await waiting[0])?.();
    await waiting[1];
    expect(entered).toEqual([1, 2, 3, 4]);
  });

  it("refuses who waits too long, without losing the place", async () => {
    const take = createSemaphore(1, 20);
    const release = await take();
    await expect(take()).rejects.toBeInstanceOf(DeadlinePassed);
    release();
    await expect(take()).resolves.toBeTypeOf("function");
  });
});
