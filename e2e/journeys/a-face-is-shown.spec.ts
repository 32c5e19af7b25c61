import sharp from "sharp";
import { getTranslator } from "@/lib/core/i18n/translator";
import { DEMO, expect, newMember, signInAs, test } from "../world";

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

/** A photo as a phone takes it: on its side, with the place. */
const photo = () =>
  sharp({ create: { width: 1200, height: 900, channels: 3, background: "#cf3a21" } })
    .withExif({ IFD3: { GPSLatitude: "45/1", GPSLongitude: "4/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

test("zh: a face is added on a phone, seen by another member, hidden and gone", async ({
  page,
  browser,
}) => {
  const member = await newMember("zh", "Situ", "Wan");
  const address = `/zh/members/${member.memberSlug}`;
  const reader = await (await browser.newContext()).newPage();
  const visitor = await browser.newContext();
  await signInAs(reader.context(), DEMO.member);
  await signInAs(page.context(), member.email);
  const t = getTranslator("zh", "members");
  const notices = getTranslator("zh", "notices");
  const file = page.locator("#portrait-file");
  const eye = page.locator('select[name="visibility.portrait"]');
  const send = () => page.getByRole("button", { name: t("portrait.send") }).click();

  await page.goto("/zh/account/profile");
  await expect(page.locator("main [data-sign]").first()).toHaveAttribute("data-sign", "W");
  await file.setInputFiles({
    name: "我.gif",
    mimeType: "image/gif",
    buffer: Buffer.from("GIF89a"),
  });
  await send();
  await expect(page.locator("#portrait-error")).toHaveText(
    getTranslator("zh", "errors")("portraitNotAPicture"),
  );
  await file.setInputFiles({ name: "我.jpg", mimeType: "image/jpeg", buffer: await photo() });
  await send();
  await expect(page.getByText(notices("portraitSaved"))).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await reader.goto(address);
  const face = reader.locator("main img.face").first();
  await expect.poll(() => face.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240);
  await expect(face).toHaveAttribute("alt", "");
  const src = (await face.getAttribute("src")) ?? "";
  const statuses = async () => [
    (await page.context().request.get(src)).status(),
    (await reader.context().request.get(src)).status(),
    (await visitor.request.get(src)).status(),
  ];
  expect(await statuses()).toEqual([200, 200, 404]);
  const bytes = await (await reader.context().request.get(src)).body();
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();

  await eye.selectOption("self");
  await send();
  await expect(page.getByText(notices("portraitSaved"))).toBeVisible();
  expect(await statuses()).toEqual([200, 404, 404]);
  await reader.goto(address);
  await expect(reader.locator("main img.face")).toHaveCount(0);
  await expect(reader.locator("main .face-large")).toHaveAttribute("data-sign", "W");

  await page.getByRole("button", { name: t("portrait.remove") }).click();
  await expect(page.getByText(notices("portraitRemoved"))).toBeVisible();
  expect(await statuses()).toEqual([404, 404, 404]);
  await reader.context().close();
  await visitor.close();
});
