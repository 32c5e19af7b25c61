import { eq, sql } from "drizzle-orm";
import { query, transaction } from "@/db/client";
import { makeProject, makeRoom } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { rooms } from "@/db/schema/rooms";
import { getTranslator } from "@/lib/core/i18n/translator";
import { open } from "../admission";
import { press } from "../applicant";
import { expect, newMember, test } from "../world";

/** A room as an erasure leaves it: its owner without a name, its project offered to the partner. */
async function makeOffered(locale: "fr" | "en" | "zh") {
  const [owner, partner] = [
    await newMember(locale, "Partie", "Odile"),
    await newMember(locale, "Reste", "Paul"),
  ];
  const { memberId = "" } = partner;
  const slug = await transaction(async (tx) => {
    const project = await makeProject(tx, owner.memberId ?? "", { moderation: "withdrawn" });
    const room = await makeRoom(tx, project.id, [memberId ?? ""]);
    const offeredUntil = sql`now() + interval '14 days'`;
    await tx.update(rooms).set({ offeredTo: memberId, offeredUntil }).where(eq(rooms.id, room.id));
    return project.slug;
  });
  const email = `erased-${owner.accountId}@erased.invalid`;
  await query((db) =>
    db.update(accounts).set({ email, status: "left" }).where(eq(accounts.id, owner.accountId)),
  );
  await query((db) =>
    db
      .update(members)
      .set({ familyName: "", givenName: "" })
      .where(eq(members.id, owner.memberId ?? "")),
  );
  return { partner, slug };
}

for (const [locale, javaScriptEnabled] of [
  ["fr", true],
  ["zh", false],
] as const) {
  const how = javaScriptEnabled ? "with" : "without";

  test(`a partner takes over the project of a former member (${locale}, ${how} JavaScript)`, async ({
    browser,
  }) => {
    const t = getTranslator(locale, "rooms");
    const { partner, slug } = await makeOffered(locale);
    const { context, page } = await open({ browser, locale, javaScriptEnabled }, partner.email);
    await page.goto(`/${locale}/projects/${slug}/room`);
    await expect(page.getByText(t("ownerGone.title"))).toBeVisible();
    await page.getByText(t("ownerGone.read")).click();
    await expect(page.getByText("Nous passons commande ensemble deux fois par an.")).toBeVisible();
    await press(page, t("offer.accept"));
    await expect(page).toHaveURL(new RegExp(`/${locale}/projects/${slug}`));
    await expect(
      page.getByText(getTranslator(locale, "notices")("projectTakenOver")),
    ).toBeVisible();
    await page.goto(`/${locale}/projects/${slug}/room`);
    await expect(page.getByText(t("ownerGone.title"))).toHaveCount(0);
    await context.close();
  });
}

test("a partner declines, and the room stays", async ({ browser }) => {
  const t = getTranslator("en", "rooms");
  const { partner, slug } = await makeOffered("en");
  const stage = { browser, locale: "en", javaScriptEnabled: true } as const;
  const { context, page } = await open(stage, partner.email);
  await page.goto(`/en/projects/${slug}/room`);
  // The fold and the button inside it say the same.
  await page.locator("summary", { hasText: t("offer.decline") }).click();
  await press(page, t("offer.declineConfirm"));
  await expect(page.getByText(t("ownerGone.title"))).toBeVisible();
  await expect(page.getByText(t("offer.title"))).toHaveCount(0);
  await context.close();
});
