import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { entries } from "@/db/schema/entries";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { IDLE } from "@/lib/core/form-state";
import { getTranslator } from "@/lib/core/i18n/translator";
import { saveProjectAction } from "./actions";
import { latestDeadline } from "./project-deadline";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null, redraw: vi.fn() }));

vi.mock("next/headers", () => ({ cookies: async () => ({ set: () => undefined }) }));
vi.mock("next/cache", () => ({ revalidatePath: request.redraw }));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
}));
vi.mock("@/lib/core/auth/request", () => ({
  requireOwnOrigin: async () => {},
  readRequest: async () => ({ client: randomUUID(), requestId: "", wantsPage: false }),
}));
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => request.viewer }));

afterAll(closeDatabase);

let owner: Awaited<ReturnType<typeof makeMember>>;

beforeAll(async () => {
  owner = await transaction((tx) => makeMember(tx));
  request.viewer = owner;
});

/** The practical section of a draft, as its form sends it. */
async function send(
  deadline: string,
  intent = "continue",
  draft?: { id: string; slug: string; version?: number },
) {
  const made = draft ?? (await transaction((tx) => makeProject(tx, owner.memberId)));
  const { id, slug, version = 1 } = made;
  const data = new FormData();
  const fields = {
    _key: `~${sealReader(owner)}`,
    _locale: "fr",
    step: "practical",
    projectId: id,
    version: `${version}`,
    slug,
    intent,
    deadline,
    budgetBand: "",
    progress: "idea",
    textLevel: "members",
    ownerLevel: "contacts",
    cities: "ningbo",
  };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  const outcome = await saveProjectAction(IDLE, data).catch((error: Error) => error.message);
  const [row] = await query((db) =>
    db.select({ cities: entries.cities }).from(entries).where(eq(entries.id, id)),
  );
  return { outcome, slug, cities: row?.cities };
}

describe("a deadline in the editor", () => {
  test.each([
    [addDays(today(), -1), "dayPassed"],
    [addDays(latestDeadline(today()), 1), "deadlineTooFar"],
  ] as const)("%s is told on its field at once; the rest is kept", async (deadline, code) => {
    const said = getTranslator("fr", "errors")(code);
    for (const intent of ["continue", "stay"]) {
      const { outcome, cities } = await send(deadline, intent);
      expect(outcome).toMatchObject({
        status: "invalid",
        fields: { deadline: said },
        values: { deadline },
      });
      expect(cities).toEqual(["ningbo"]);
    }
  });

  test("saved by itself it does not disturb", async () => {
    const { outcome } = await send(addDays(today(), -1), "autosave");
    expect(outcome).toMatchObject({ status: "done" });
  });

  test("saved by itself it answers its version, draws nothing anew and is taken on from there", async () => {
    request.redraw.mockClear();
    const draft = await transaction((tx) => makeProject(tx, owner.memberId));
    const first = await send("", "autosave", draft);
    expect(first.outcome).toMatchObject({ status: "done", kept: { version: 2 } });
    expect(request.redraw).not.toHaveBeenCalled();
    const stale = await send("", "autosave", draft);
    expect(stale.outcome).toMatchObject({ status: "failed", code: "conflict" });
    const next = await send("", "autosave", { ...draft, version: 2 });
    expect(next.outcome).toMatchObject({ kept: { version: 3 } });
  });

  test.each([today(), latestDeadline(today()), ""])("%s leads on", async (deadline) => {
    const { outcome, slug } = await send(deadline);
    expect(outcome).toContain(`to /fr/projects/${slug}/edit?step=check`);
  });
});
