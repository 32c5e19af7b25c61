import { getTranslator } from "@/lib/core/i18n/translator";
import { mailSubject } from "../admission";
import { linkIn } from "../applicant";
import { DEMO, expect, newMember, nextMail, signInAs, test } from "../world";

const NAMES = { fr: ["Vaucheret", "Odile"], zh: ["Shangguan", "Yue"] } as const;

for (const locale of ["fr", "zh"] as const) {
  test.describe(locale === "zh" ? "without JavaScript" : "with JavaScript", () => {
    test.use({ javaScriptEnabled: locale === "fr", viewport: { width: 360, height: 800 } });

    test(`${locale}: an address and an archive are asked for by letter, then their person leaves`, async ({
      page,
      browser,
    }) => {
      const [family, given] = NAMES[locale];
      const member = await newMember(locale, family, given);
      const [admin, accounts] = [getTranslator(locale, "admin"), getTranslator(locale, "accounts")];
      const said = getTranslator(locale, "notices");
      const office = await browser.newContext({
        javaScriptEnabled: locale === "fr",
        viewport: { width: 360, height: 800 },
      });
      await signInAs(office, DEMO.administrator);
      const desk = await office.newPage();
      await desk.goto(`/${locale}/admin/members/${member.accountId}`);
      await desk.getByRole("link", { name: admin("held.open") }).click();
      const part = (key: "address" | "archive") =>
        desk.getByRole("region", { name: admin(`held.${key}.title`) });

      const to = `new-${member.email}`;
      await part("address").getByLabel(admin("held.address.email")).fill(to);
      await part("address").getByLabel(admin("held.password")).fill("not-this-one-2014");
      await part("address").getByRole("button").click();
      await expect(part("address").getByRole("alert")).toBeVisible();
      await expect(part("address").getByLabel(admin("held.address.email"))).toHaveValue(to);
      await part("address").getByLabel(admin("held.password")).fill(DEMO.password);
      await part("address").getByRole("button").click();
      await expect(desk.getByText(said("addressAskedFor"))).toBeVisible();
      await nextMail(member.email, mailSubject(locale, "addressChangeAsked"));

      await part("archive").getByLabel(admin("held.note")).fill("2026-11-12");
      await part("archive").getByLabel(admin("held.password")).fill(DEMO.password);
      await part("archive").getByRole("button").click();
      await expect(desk.getByText(said("archiveReady"))).toBeVisible();
      const taken = desk.waitForEvent("download");
      await desk.getByRole("link", { name: admin("held.archive.take") }).click();
      expect((await taken).suggestedFilename()).toBe("club-account.zip");
      await nextMail(member.email, mailSubject(locale, "archiveOpened"));

      const letter = await nextMail(to, mailSubject(locale, "addressToConfirm"));
      await page.goto(linkIn(letter, /new-address/));
      await page.getByRole("button", { name: accounts("address.confirm") }).click();
      await expect(page.getByText(said("addressChanged"))).toBeVisible();

      await signInAs(page.context(), to);
      await page.goto(`/${locale}/account`);
      await page.getByRole("link", { name: accounts("data.leave") }).click();
      await page.getByRole("button", { name: accounts("leaving.submit") }).click();
      await expect(page.getByText(said("clubLeft"))).toBeVisible();
      await expect(page.getByText(accounts("standing.left.text"))).toBeVisible();
      await nextMail(to, mailSubject(locale, "membershipEnded"));
      await page.goto(`/${locale}/members`);
      await expect(page).toHaveURL(new RegExp(`/${locale}/account$`));
      await office.close();
    });
  });
}
