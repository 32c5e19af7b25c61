import { expect, test } from "vitest";
import type { QueueItem } from "./queue-item";
import { dueFirst, isAsked, nextAfter } from "./queue-order";

const now = new Date("2026-11-27T10:00:00Z");

const item = (id: string, values: Partial<QueueItem> = {}): QueueItem => ({
  kind: "project",
  id,
  title: { text: id, lang: null },
  owner: "",
  submittedAt: new Date("2026-11-25T10:00:00Z"),
  isToRead: false,
  isOwn: false,
  taker: null,
  ...values,
});

const colleague = { name: "Lin Meihua", isViewer: false };
const oneself = { name: "Agathe Vernoux", isViewer: true };

test("what is due first stands first, whatever came before; then what came before", () => {
  const application = item("application", {
    kind: "application",
    submittedAt: new Date("2026-11-24T08:00:00Z"),
  });
  const early = item("early", { submittedAt: new Date("2026-11-25T08:00:00Z") });
  const late = item("late", { submittedAt: new Date("2026-11-19T08:00:00Z") });
  const sorted = dueFirst([item("b"), application, item("a"), early, late]);
  expect(sorted.map(({ id }) => id)).toEqual(["late", "early", "a", "b", "application"]);
});

test.each([
  [{}, true, true, true],
  [{ kind: "project" }, true, true, true],
  [{ kind: "claim" }, false, false, false],
  [{ taken: "me" }, false, true, false],
  [{ taken: "nobody" }, true, false, false],
  [{ late: "yes" }, false, false, true],
] as const)(
  "%j asks for what is free: %s, mine: %s, a colleague’s and late: %s",
  (asked, free, mine, late) => {
    const filters = { kind: "", taken: "", late: "", ...asked } as const;
    const items = [
      item("free"),
      item("mine", { taker: oneself }),
      item("late", { taker: colleague, submittedAt: new Date("2026-11-20T10:00:00Z") }),
    ];
    expect(items.map((one) => isAsked(one, filters, now))).toEqual([free, mine, late]);
  },
);

test("a decision leads on to what follows, over one’s own and a colleague’s, then to the first", () => {
  const items = dueFirst([
    item("a"),
    item("b", { isOwn: true }),
    item("c", { taker: colleague }),
    item("d", { taker: oneself }),
  ]);
  const after = (id: string) => nextAfter(items, item(id))?.id ?? null;
  expect(after("a")).toBe("d");
  expect(after("aa")).toBe("d");
  expect(after("d")).toBe("a");
  expect(nextAfter(items, null)?.id).toBe("a");
  expect(nextAfter(items.slice(1, 3), item("a"))).toBeNull();
  expect(nextAfter([item("a")], item("a"))).toBeNull();
});
