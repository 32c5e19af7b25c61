import { afterEach, expect, test, vi } from "vitest";
import { dayAgo, daysAgo } from "./demo-times";

afterEach(() => {
  vi.useRealTimers();
});

test.each(["2026-12-02T04:45:00.000Z", "2026-12-02T17:00:00.000Z"])(
  "what happened today has happened when a demo is made at %s",
  (now) => {
    vi.useFakeTimers({ now: new Date(now) });
    expect(daysAgo(0).getTime()).toBeLessThanOrEqual(Date.now());
    expect(dayAgo(0)).toBe("2026-12-02");
    expect(daysAgo(1).toISOString()).toBe("2026-12-01T09:20:00.000Z");
    expect(daysAgo(-1).toISOString()).toBe("2026-12-03T09:20:00.000Z");
  },
);
