import sharp from "sharp";
import { afterEach, expect, test, vi } from "vitest";
import { checkFile } from "./check-file";
import { inTurn } from "./in-turn";

afterEach(() => vi.useRealTimers());

const hold = () => {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  return { held, goOn: () => goOn() };
};

test("twenty photos are drawn one after the other, on one thread", async () => {
  const blank = sharp({ create: { width: 9, height: 9, channels: 3, background: "#176781" } });
  const bytes = await blank.png().toBuffer();
  let reading = 0;
  let most = 0;
  const photos = Array.from({ length: 20 }, () =>
    inTurn(async () => {
      most = Math.max(most, ++reading);
      const file = await checkFile({ name: "a.png", bytes });
      reading--;
      return file.kind;
    }),
  );
  expect(new Set(await Promise.all(photos))).toEqual(new Set(["image"]));
  expect(most).toBe(1);
  expect(sharp.concurrency()).toBe(1);
});

test("whoever waits too long is told to try again, and the next one gets in", async () => {
  vi.useFakeTimers();
  const { held, goOn } = hold();
  const first = inTurn(() => held);
  const second = expect(inTurn(async () => "read")).rejects.toMatchObject({ code: "uploadsBusy" });
  await vi.advanceTimersByTimeAsync(20_000);
  await second;
  goOn();
  await first;
  await expect(inTurn(async () => "read")).resolves.toBe("read");
});

test("an upload that cannot be read lets the next one in", async () => {
  await expect(inTurn(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  await expect(inTurn(async () => "read")).resolves.toBe("read");
});
