import sharp, { type Sharp } from "sharp";
import { afterEach, expect, test, vi } from "vitest";
import { checkFile } from "./check-file";

type Draw = (this: Sharp, ...given: unknown[]) => Promise<unknown>;

const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: "#176781" } });
const draw = sharp.prototype.toBuffer as Draw;

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Does something around each drawing. */
const around = (doing: (drawn: () => Promise<unknown>) => Promise<unknown>) =>
  vi.spyOn(sharp.prototype, "toBuffer").mockImplementation(function (this: Sharp, ...given) {
    return doing(() => draw.apply(this, given));
  });

test("pictures are drawn one after the other, on one thread", async () => {
  expect(sharp.concurrency()).toBe(1);
  const bytes = await picture.png().toBuffer();
  let drawing = 0;
  let most = 0;
  around(async (drawn) => {
    most = Math.max(most, ++drawing);
    return drawn().finally(() => drawing--);
  });
  const files = Array.from({ length: 20 }, () => checkFile({ name: "a.png", bytes }));
  expect(await Promise.all(files)).toHaveLength(20);
  expect(most).toBe(1);
});

test("whoever waits too long is told to try again, and the next one gets in", async () => {
  const bytes = await picture.png().toBuffer();
  vi.useFakeTimers();
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  around((drawn) => held.then(drawn));
  const first = checkFile({ name: "a.png", bytes });
  const second = checkFile({ name: "a.png", bytes });
  const refused = expect(second).rejects.toMatchObject({ code: "picturesBusy", field: "file" });
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
  vi.advanceTimersByTime(20_000);
  await refused;
  goOn();
  await expect(first).resolves.toMatchObject({ kind: "image" });
  await expect(checkFile({ name: "a.png", bytes })).resolves.toMatchObject({ kind: "image" });
});
