import { expect, test } from "vitest";
import { meantAddress } from "./page-locale";

test.each([
  ["/fr/about", "/fr/about"],
  ["/FR", "/fr"],
  ["/Fr/About", "/fr/about"],
  ["/zh-CN/apply", "/zh/apply"],
  ["/zh-hans", "/zh"],
  ["/Apply", "/en/apply"],
  ["/projects/shared-office-guangzhou", "/en/projects/shared-office-guangzhou"],
  ["/fr/about.", "/fr/about"],
  ["/fr/about/%20", "/fr/about"],
  ["/zh/about%EF%BC%8C%E8%B0%A2%E8%B0%A2", "/zh/about"],
  ["/zh/projects/shared-office-guangzhou)", "/zh/projects/shared-office-guangzhou"],
  [
    "/en/members/0195c1a2-6F3d-7c11-8a60-5d2f4c1b9e77",
    "/en/members/0195c1a2-6f3d-7c11-8a60-5d2f4c1b9e77",
  ],
  ["/de/projekte", null],
  ["/cn", null],
  ["/api/nothing", null],
  ["/wp-login.php", null],
])("by %s %s is meant", (asked, meant) => {
  expect(meantAddress(asked, "en-GB,en;q=0.9,fr;q=0.8")).toBe(meant);
});
