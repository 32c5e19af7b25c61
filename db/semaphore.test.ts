import { setImmediate } from "node:timers/promises";
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

  it("refuses at once who would wait too long at the pace of the others, until it is idle", async () => {
    let clock = 0;
    const take = createSemaphore(2, 1000, () => clock);
    const held = await Promise.all([take(), take()]);
    const crowd = () => Array.from({ length: 9 }, () => take().catch(() => null));
    const howMany = async (asked: ReturnType<typeof crowd>) => {
      const told = await Promise.all(
        asked.map((one) => Promise.race([one, setImmediate("waits")])),
      );
      return told.filter((one) => one === "waits").length;
    };
    const goOn = async (asked: ReturnType<typeof crowd>) => {
      for (const one of asked) {
        clock += 400;
        held.shift()?.();
        const release = await one;
        if (release) held.push(release);
      }
    };
    const first = crowd();
    expect(await howMany(first)).toBe(9);
    await goOn(first);
    const second = crowd();
    expect(await howMany(second)).toBeLessThan(7);
    await goOn(second);
    for (const release of held.splice(0)) release();
    held.push(...(await Promise.all([take(), take()])));
    expect(await howMany(crowd())).toBe(9);
  });

  it("refuses who waits too long, without losing the place", async () => {
    const take = createSemaphore(1, 20);
    const release = await take();
    await expect(take()).rejects.toBeInstanceOf(DeadlinePassed);
    release();
    await expect(take()).resolves.toBeTypeOf("function");
  });
});
