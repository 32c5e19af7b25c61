import { expect, test } from "vitest";
import { outcomeTasks, roomTasks } from "./room-tasks";

const title = { fr: "Achats groupés", zh: "联合采购" };

const invitation = (slug: string) => ({
  id: slug,
  role: "partner" as const,
  createdAt: new Date(0),
  slug,
  title,
  originalLocale: "fr" as const,
  invitedBy: { text: "林美桦", isChinese: true, other: "Lin Meihua" },
});

test("an invitation leads to its answer and says who invites, at most three", () => {
  const shown = roomTasks(["a", "b", "c", "d"].map(invitation), "zh");
  expect(shown).toHaveLength(3);
  expect(shown[0]).toMatchObject({ kind: "invitation", href: "/zh/projects/a/room/invitation" });
  expect(shown[0]?.title).toContain("联合采购");
  expect(shown[0]?.text).toContain("林美桦");
});

test("what came of a project is asked otherwise than how it goes since", () => {
  const open = { slug: "a", title, originalLocale: "fr" as const };
  const [outcome, followUp] = outcomeTasks(
    [
      { ...open, asks: "outcome" },
      { ...open, asks: "followUp" },
    ],
    "fr",
  );
  expect(outcome).toMatchObject({ kind: "outcome", href: "/fr/projects/a/outcome" });
  expect(outcome?.title).not.toBe(followUp?.title);
});
