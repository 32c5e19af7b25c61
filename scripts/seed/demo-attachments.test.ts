import { expect, test } from "vitest";
import { ENTRY_LEVELS } from "@/db/enums";
import { typographyFaults } from "@/db/reference/typography";
import { checkFile } from "@/lib/core/files/check-file";
import { readPdf } from "@/lib/core/files/read-pdf";
import { DEMO_ATTACHMENTS } from "./demo-attachments";
import { DEMO } from "./demo-files";
import { pdfOfLines } from "./demo-pdf";
import { readAttachedPicture } from "./demo-pictures";

const online = [...DEMO.projects, ...DEMO.experiences].filter(
  ({ moderation }) => moderation === "published",
);

test.each(DEMO_ATTACHMENTS)(
  "$name lies with what is online, in a language its people work in",
  ({ entry, level, locale, name, lines = [] }) => {
    const found = online.find(({ slug }) => slug === entry);
    expect(found?.originalLocale === locale || found?.title[locale]).toBeTruthy();
    expect(ENTRY_LEVELS).toContain(level);
    for (const text of [name.replace(/\.(pdf|webp)$/, ""), ...lines]) {
      expect(typographyFaults(text, locale)).toEqual([]);
    }
  },
);

test("a picture that is attached was drawn", async () => {
  const pictures = DEMO_ATTACHMENTS.filter(({ lines }) => !lines);
  expect(pictures.length).toBeGreaterThan(0);
  for (const { entry, name } of pictures) {
    const checked = await checkFile({ name, bytes: readAttachedPicture(entry) });
    expect(checked.kind).toBe("image");
  }
});

test("attachments come in each of the three languages, and as whole PDF", () => {
  expect(new Set(DEMO_ATTACHMENTS.map(({ locale }) => locale))).toEqual(
    new Set(["fr", "en", "zh"]),
  );
  const bytes = pdfOfLines(["展品清单（2027年）", "Environ 900\u00a0€"]);
  expect(readPdf({ name: "a.pdf", bytes })).toEqual(bytes);
  expect(bytes.includes("<5c5554c16e055355ff08")).toBe(true);
  expect(bytes.includes("(Environ 900\u00a0\x80)", 0, "latin1")).toBe(true);
});
