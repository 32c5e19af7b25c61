import { expect, test, vi } from "vitest";
import { flashHeader, flashRefusal, keepFlash } from "./flash";

const jar = vi.hoisted(() => new Map<string, string>());

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

const isKnown = (code: unknown): code is "logoTooLarge" => code === "logoTooLarge";

test("a crafted address makes no page say that a file was refused", async () => {
  const reader = { locale: "en", viewer: null } as const;
  const asked = (code: string) => flashRefusal(code, isKnown, reader);
  expect(await asked("logoTooLarge")).toBeNull();
  await keepFlash("notice", "logoTooLarge");
  expect(await asked("logoTooLarge")).toBeNull();
  await keepFlash("refused", "logoTooLarge");
  expect(await asked("logoTooLarge")).toContain("2");
  expect(await asked("fileTooLarge")).toBeNull();
});

test("the flash of an answer made by hand is out of reach for scripts and lives half a minute", () => {
  expect(flashHeader("notice", "logoSaved")).toBe(
    "club-flash=notice.logoSaved; Path=/; Max-Age=30; HttpOnly; SameSite=Lax",
  );
});
