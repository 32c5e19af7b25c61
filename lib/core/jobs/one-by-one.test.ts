import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError, type ErrorCode } from "../errors";
import { log } from "../log";
import { oneByOne } from "./one-by-one";

const logged = vi.fn();

beforeEach(() => {
  logged.mockReset();
  vi.spyOn(log, "error").mockImplementation(logged);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Three in turn, of whom the second is refused. */
const refuse = (thrown: unknown) =>
  oneByOne("lapse-memberships", ["first", "second", "third"], async (id) => {
    if (id === "second") throw thrown;
    return true;
  });

test.each<ErrorCode>(["notFound", "conflict"])(
  "what is gone or has moved meanwhile is left out: %s",
  async (code) => {
    expect(await refuse(new AppError(code))).toEqual({ done: 2, failed: 0 });
    expect(logged).not.toHaveBeenCalled();
  },
);

test.each<[thrown: Error, reason: string]>([
  [new AppError("moveNotAllowed"), "moveNotAllowed"],
  [new AppError("lastAdministrator"), "lastAdministrator"],
  [new Error("no such column"), "no such column"],
])(
  "any other refusal counts as failed and is logged, and keeps nothing from the others: %s",
  async (thrown, reason) => {
    expect(await refuse(thrown)).toEqual({ done: 2, failed: 1 });
    const said = { event: "job.one-failed", task: "lapse-memberships", id: "second", reason };
    expect(logged.mock.calls).toEqual([[said]]);
  },
);
