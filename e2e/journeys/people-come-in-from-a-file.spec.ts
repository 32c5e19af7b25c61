import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq, inArray } from "drizzle-orm";
import { makeArrival } from "@/db/arrival-factory";
import { query, transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { addDays, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject } from "../admission";
import { DEMO, expect, nextMail, signInAs, test } from "../world";

const HEADINGS = "Nom;Prénom;E-mail;Organisation;Membre depuis;Rôle";

/** A file of three people in Windows-1252; the second joined on a day that never was. */
function madeFile(mark: string) {
  const emails = [1, 2, 3].map((number) => `import-${mark}-${number}@example.org`);
  const days = ["20/11/2014", "31/02/2015", "05/03/2019"];
  const rows = emails.map(
    (email, index) =>
      `Béraud${"abc"[index]};Zoé;${email};Maison ${mark};${days[index]};administrateur`,
  );
  const buffer = Buffer.from([HEADINGS, ...rows].join("\r\n"), "latin1");
  return { emails, file: { name: "membres.csv", mimeType: "text/csv", buffer } };
}

const standing = async (emails: string[]) => {
  const rows = await query((db) =>
    db
      .select({ status: accounts.status, role: accounts.role })
      .from(accounts)
      .where(inArray(accounts.email, emails)),
  );
  return rows.map(({ status, role }) => `${status} ${role}`);
};

const erasureOf = async (email: string) => {
  const [account] = await query((db) =>
    db.select({ due: accounts.erasureDueAt }).from(accounts).where(eq(accounts.email, email)),
  );
  return account?.due ?? null;
};

/** Reads the page again until the worker is through. */
async function until(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("heading", { name: words, exact: true })).toBeVisible({
      timeout: 500,
    });
  }).toPass({ timeout: 30_000 });
}

/** A label that counts people, whatever their number: other journeys bring some in too. */
const counted = (label: (count: number) => string) =>
  new RegExp(`^(${label(1)}|${label(7).replace("7", "[\\d,.\\s]+")})$`);

test.describe("who does not come", () => {
  for (const [locale, javaScriptEnabled, act] of [
    ["fr", false, "remind"],
    ["zh", true, "forget"],
  ] as const) {
    test.describe(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test(act === "remind" ? "is reminded" : "is deleted", async ({ context, page }) => {
        const email = `late-${randomBytes(4).toString("hex")}@example.org`;
        const invitedOn = addDays(today(), act === "remind" ? -20 : -91);
        await transaction((tx) => makeArrival(tx, { email, locale, invitedOn }));
        await signInAs(context, DEMO.administrator);
        await page.goto(`/${locale}/admin/import/pending`);
        const t = getTranslator(locale, "arrivals");
        const label = counted((count) => t(`list.${act}`, { count }));
        await page.locator("summary", { hasText: label }).click();
        await page.getByRole("button", { name: label }).click();
        const said = act === "remind" ? "remindersQueued" : "deletionDecided";
        await expect(page.getByText(getTranslator(locale, "notices")(said))).toBeVisible();
        if (act === "remind") await nextMail(email, mailSubject(locale, "comeInAgain"));
        else expect(await erasureOf(email)).not.toBeNull();
      });
    });
  }
});

const cases: [Locale, boolean][] = [
  ["fr", false],
  ["zh", true],
];

for (const [locale, javaScriptEnabled] of cases) {
  const t = getTranslator(locale, "imports");

  test.describe(`in ${locale}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("people come in from a file that is mended, and are taken back", async ({
      context,
      page,
    }) => {
      const { emails, file } = madeFile(randomBytes(4).toString("hex"));
      await signInAs(context, DEMO.administrator);
      await page.goto(`/${locale}/admin/members`);
      await page.getByRole("link", { name: t("page.open") }).click();
      await page.getByLabel(t("page.file.label"), { exact: true }).setInputFiles(file);
      await page.getByRole("button", { name: t("page.file.send") }).click();
      await expect(page.getByText(t("ignored.role"))).toBeVisible();
      const cell = t("page.faults.cell", { row: 3, field: t("fields.joinedOn") });
      await page.getByLabel(cell).fill("28/02/2015");
      await page.getByRole("button", { name: t("page.faults.submit") }).click();
      const start = page.getByRole("button", { name: t("page.start.submit", { count: 3 }) });
      await expect(start).toBeVisible();
      expect(await standing(emails)).toEqual([]);
      await start.click();
      await until(page, t("page.done.title"));
      expect(await standing(emails)).toEqual(Array(3).fill("pending member"));
      await page.locator("summary", { hasText: t("page.done.undo") }).click();
      await page.getByRole("button", { name: t("page.done.undo") }).click();
      await until(page, t("page.undone.title"));
      await expect(page.getByText(t("page.undone.all"))).toBeVisible();
      expect(await standing(emails)).toEqual([]);
    });

    test("a person is added by hand", async ({ context, page }) => {
      const email = `hand-${randomBytes(4).toString("hex")}@example.org`;
      await signInAs(context, DEMO.administrator);
      await page.goto(`/${locale}/admin/import`);
      await page.getByLabel(t("fields.nameZh")).fill("欧阳娜娜");
      await page.getByLabel(t("fields.email"), { exact: true }).fill(email);
      await page.getByLabel(t("page.hand.isAnother")).check();
      await page.getByRole("button", { name: t("page.hand.submit") }).click();
      const told = getTranslator(locale, "notices")("personAdded");
      await expect(page.getByText(told).filter({ visible: true })).toHaveCount(1);
      expect(await standing([email])).toEqual(["pending member"]);
    });
  });
}
