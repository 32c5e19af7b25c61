import path from "node:path";
import { expect, test } from "vitest";
import { FILE_BYTES } from "@/lib/core/files/check-file";
import type { Upload } from "@/lib/core/files/upload";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import { listFiles, readSource } from "./house-files";

const makers = listFiles("lib").filter((file) => / = route\(/.test(readSource(file)));

const declared = listFiles("lib", /\.upload\.json$/).map(
  (file) => [file, JSON.parse(readSource(file))] as [string, Upload],
);

const pages = listFiles("app", /^page\.tsx$/).map((file) =>
  file.replace(/\/page\.tsx$/, "").replace(/\/\([^)]+\)/g, ""),
);

test("whatever takes a file declares it", () => {
  expect(declared.map(([file]) => path.dirname(file)).sort()).toEqual(
    makers.map((file) => path.dirname(file)).sort(),
  );
});

test.each(declared)("%s: where it stands, what it takes, and the page of its form", (file, it) => {
  const handler = makers.find(
    (one) =>
      path.dirname(one) === path.dirname(file) &&
      readSource(one).includes(`import upload from "./${path.basename(file)}"`),
  );
  const from = `from "@/${handler?.replace(/\.ts$/, "")}"`;
  expect(readSource(`app${it.address}/route.ts`)).toContain(from);
  expect(pages).toContain(`app/[locale]${it.form.split("#")[0]}`);
  expect(CATALOGUES.en.errors).toHaveProperty(it.tooLarge);
  if (it.field === "file") expect(it.mostBytes).toBe(FILE_BYTES);
});
