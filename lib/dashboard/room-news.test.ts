import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { roomNews } from "./room-news";

const room = (slug: string, values = {}) => ({
  slug,
  title: { fr: "Achats groupés", zh: "联合采购" },
  originalLocale: "fr" as const,
  messages: 0,
  documents: 0,
  milestones: 0,
  updates: 0,
  at: new Date(0),
  ...values,
});

test("each room leads inside and says what is new there, and nothing that is not", () => {
  const { total, items } = roomNews([room("a", { messages: 2, documents: 1 })], "fr");
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({
    to: "/projects/a/room",
    title: { text: "Achats groupés" },
    about: ["2 messages", "1 document déposé"],
  });
  const updates = getTranslator("zh", "home")("news.room.updates", { count: 3 });
  expect(roomNews([room("a", { updates: 3 })], "zh").items[0]?.about).toEqual([updates]);
});

test("five are shown, all are counted", () => {
  const { total, items } = roomNews(
    ["a", "b", "c", "d", "e", "f"].map((slug) => room(slug)),
    "en",
  );
  expect([total, items.length]).toEqual([6, 5]);
});
