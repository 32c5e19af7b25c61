import { expect, test, vi } from "vitest";
import { flashHeader, flashRefusal, keepFlash, leadsBack, tellerOf, tellsRefusal } from "./flash";

const jar = vi.hoisted(() => new Map<string, string>());

const sent = vi.hoisted(() => new Map<string, string>());

vi.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => sent.get(name) ?? null }),
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

test("the title of a page says that a file was refused as long as the page does", async () => {
  await keepFlash("refused", "fileEmpty");
  const tells = async (page: string) => {
    sent.set("x-club-path", page);
    return await tellsRefusal();
  };
  expect(await tells("/projects/x/room/documents?title=Plan&refused=fileEmpty")).toBe(true);
  expect(await tells("/projects/x/room/documents?refused=tooLong")).toBe(false);
  expect(await tells("/projects/x/room/documents")).toBe(false);
  await keepFlash("notice", "fileEmpty");
  expect(await tells("/projects/x/room/documents?refused=fileEmpty")).toBe(false);
});

test.each([
  ["/projects/x/room/discussion", "/projects/x/room/discussion", true],
  ["/members?q=%E4%BD%B3&page=2", "/members?q=佳&page=2", true],
  // The form that changes one milestone stands at the address that names it alone.
  ["/projects/x/room/milestones?edit=1", "/projects/x/room/milestones", false],
  ["/projects/x/room/milestones?edit=1", "/projects/x/room/milestones?edit=2", false],
  ["/projects/x/room/discussion", "/projects/x/room/people", false],
  ["/projects/x", "/projects/x#files", false],
  ["", "/projects/x", false],
])("an act of %s that leads to %s: its form is there to say so: %s", (from, to, isBack) => {
  expect(leadsBack(to, from)).toBe(isBack);
});

test.each([
  [
    "what its anchor names",
    "/events/x#form-registration",
    "/events/x/register",
    "form-registration",
  ],
  ["what its anchor names, before the form that was sent", "/x#form-there", "/x", "form-there"],
  ["the form that was sent, on its own page", "/projects/x", "/projects/x", "form-ask"],
  ["the page, elsewhere", "/projects/x", "/projects/y", null],
  ["the page, where a section has no place for it", "/account#mails", "/account", null],
])("what became of an act is said by %s", (_case, to, from, teller) => {
  expect(tellerOf(to, from, "form-ask")).toBe(teller);
});

test("the flash of an answer made by hand is out of reach for scripts and lives half a minute", () => {
  expect(flashHeader("notice", "logoSaved")).toBe(
    "club-flash=notice.logoSaved; Path=/; Max-Age=30; HttpOnly; SameSite=Lax",
  );
});
