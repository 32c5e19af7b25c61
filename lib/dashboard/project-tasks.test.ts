import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { questionTasks, translationTasks } from "./project-tasks";

const project = (slug: string, count: number) => ({
  entryKind: "project" as const,
  slug,
  count,
  title: { fr: "Achats groupés", zh: "联合采购" },
  originalLocale: "fr" as const,
  question: "每年需要多少台？",
  questionLocale: "zh" as const,
});

test("questions lead to where they are answered, three projects at most", () => {
  const waiting = ["a", "b", "c", "d"].map((slug, index) => project(slug, index + 1));
  const shown = questionTasks(waiting, "fr");
  expect(shown).toHaveLength(3);
  expect(shown[0]).toMatchObject({ kind: "question", href: "/fr/projects/a#questions" });
  expect(shown[0]?.title).toBe(
    "Une question attend votre réponse au sujet de «\u202fAchats groupés\u202f»",
  );
  expect(shown[1]?.title).toContain("2 questions");
  expect(shown[0]?.quote).toEqual({ words: "每年需要多少台？", lang: "zh" });
});

test("offered translations lead to their language, and say when they can only be read", () => {
  const offered = { ...project("a", 3), to: "zh" as const, isBeingRead: false };
  const [task] = translationTasks([offered], "fr");
  expect(task).toMatchObject({ kind: "translation", href: "/fr/projects/a/translate?to=zh" });
  expect(task?.title).toBe("3 traductions proposées pour «\u202fAchats groupés\u202f»");
  expect(task?.text).toBe("Comparez-les à l’original, puis acceptez ou déclinez.");
  const [one] = translationTasks([{ ...offered, count: 1 }], "fr");
  expect(one?.text).toBe("Comparez-la à l’original, puis acceptez ou déclinez.");
  const [later] = translationTasks([{ ...offered, isBeingRead: true }], "zh");
  const t = getTranslator("zh", "home");
  expect(later?.title).toBe(t("todo.translation", { title: "联合采购", count: 3 }));
  expect(later?.text).toBe(t("todo.translationBeingReadText", { kind: "project" }));
  expect(later?.text).not.toBe(task?.text);
});
