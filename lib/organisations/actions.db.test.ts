import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { organisations } from "@/db/schema/organisations";
import { sealReader } from "@/lib/core/auth/form-reader";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { IDLE } from "@/lib/core/form-state";
import { getTranslator } from "@/lib/core/i18n/translator";
import { settleOrganisationNameAction } from "./actions";
import { nameKeys } from "./names";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("next/headers", () => ({ cookies: async () => ({ set: () => undefined }) }));
vi.mock("next/cache", () => ({ revalidatePath: () => {} }));
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

test("a Latin name that the club knows is told to the manager, who alone says that theirs is another", async () => {
  const latin = "Siqiao Wenhua Montbrelant";
  const name = { zh: "广州丝桥文化交流有限公司" };
  const { manager, id, slug } = await transaction(async (tx) => {
    await makeOrganisation(tx, { name: { fr: latin }, nameKeys: nameKeys([latin]) });
    const person = await makeMember(tx);
    return { manager: person, ...(await makeOrganisation(tx, { name }, [person])) };
  });
  request.viewer = manager;
  const send = async (more: Record<string, string> = {}) => {
    const data = new FormData();
    const target = { organisationId: id, slug, version: "1", intent: "accept", latin };
    const form = { _key: `~${sealReader(manager)}`, _locale: "fr", ...target, ...more };
    for (const [field, value] of Object.entries(form)) data.set(field, value);
    const outcome = await settleOrganisationNameAction(IDLE, data).catch(
      (error: Error) => error.message,
    );
    const [row] = await query((db) =>
      db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, id)),
    );
    return { outcome, name: row?.name };
  };
  const said = getTranslator("fr", "errors")("organisationExists");
  expect(await send()).toMatchObject({ outcome: { fields: { isAnother: said } }, name });
  expect(await send({ isAnother: "on" })).toEqual({
    outcome: expect.stringContaining("to /fr/home"),
    name: { ...name, fr: latin },
  });
});
