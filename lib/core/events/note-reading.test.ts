import { expect, test, vi } from "vitest";
import { aside } from "@/db/aside";
import { noteReading } from "./note-reading";

const going = vi.hoisted(() => [] as (() => void)[]);
vi.mock("@/db/client", () => ({
  query: () => new Promise<void>((resolve) => going.push(resolve)),
}));

test("that somebody has read a dossier is noted however busy other notes are", async () => {
  for (const key of ["one", "two", "three", "four"]) {
    aside(
      key,
      () => Promise.resolve(),
      () => {},
    );
  }
  const subjectId = "0198c0de-0000-7000-8000-000000000001";
  noteReading(
    { accountId: "0198c0de-0000-7000-8000-000000000002" },
    { name: "dossier.read", subjectType: "member", subjectId },
  );
  expect(going).toHaveLength(4);
  going[0]?.();
  await expect.poll(() => going).toHaveLength(5);
});
