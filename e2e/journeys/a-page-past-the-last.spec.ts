import { transaction } from "@/db/client";
import { makeEvent } from "@/db/event-factory";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, signInAs, test } from "../world";

const admin = getTranslator("en", "admin");

/** Lists that hold something, and less than so many pages, with what they say when they hold nothing. */
const LISTS = [
  ["/admin", admin("queue.noMatchTitle")],
  ["/admin/members", admin("accounts.emptyTitle")],
  ["/admin/audit", admin("audit.emptyTitle")],
  ["/admin/dues", getTranslator("en", "dues")("calls.empty")],
  ["/events", getTranslator("en", "events")("list.emptyTitle")],
] as const;

test("a page past the last does not say that there is nothing", async ({ page }) => {
  // One to come: those of the demo club are over one day.
  await transaction((tx) => makeEvent(tx, [], { moderation: "published" }));
  await signInAs(page.context(), DEMO.administrator);
  const main = page.getByRole("main");
  for (const [to, nothing] of LISTS) {
    await page.goto(`/en${to}?page=99`);
    await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(main.getByText(nothing), to).toHaveCount(0);
  }
});
