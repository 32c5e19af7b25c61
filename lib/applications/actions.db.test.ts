import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeApplication } from "@/db/factories";
import { applicationKeys } from "@/db/schema/applications";
import { hashToken } from "@/lib/core/auth/tokens";
import { IDLE } from "@/lib/core/form-state";
import { getTranslator } from "@/lib/core/i18n/translator";
import { saveAnswersAction } from "./actions";

const browser = vi.hoisted(() => ({ key: "" }));

vi.mock("./application-cookie", () => ({ readApplicationCookie: async () => browser.key }));
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
vi.mock("@/lib/core/auth/viewer", () => ({ getViewer: async () => null }));

afterAll(closeDatabase);

test("a name read from its characters hides no fault of its page, and is shown with them", async () => {
  browser.key = randomUUID();
  const { id } = await transaction(async (tx) => {
    const made = await makeApplication(tx, { state: "draft", locale: "zh", answers: {} });
    await tx.insert(applicationKeys).values({
      applicationId: made.id,
      purpose: "browser",
      tokenHash: hashToken(browser.key),
      expiresAt: new Date(Date.now() + 3_600_000),
    });
    return made;
  });
  const send = async (fields: Record<string, string>) => {
    const data = new FormData();
    const page = { _locale: "zh", step: "identity", applicationId: id, nameOrder: "family-first" };
    for (const [name, value] of Object.entries({ ...page, ...fields })) data.set(name, value);
    return saveAnswersAction(IDLE, data).catch((error: Error) => error.message);
  };
  const errors = getTranslator("zh", "errors");
  const names = { nameZh: "吴佳绫", familyName: "Wu", givenName: "Jialing" };
  const told = await send({
    version: "1",
    ...names,
    nameZh: "",
    familyName: "吴",
    givenName: "佳绫",
  });
  expect(told).toMatchObject({
    status: "invalid",
    message: getTranslator("zh", "notices")("nameProposed"),
    fields: { "jobTitle.zh": errors("required"), languages: errors("notChosen") },
    values: names,
  });
  const right = { ...names, "jobTitle.zh": "创始人", languages: "zh" };
  expect(await send({ version: "2", ...right })).toMatch("to /zh/apply/contact");
  const anew = { ...right, nameZh: "", familyName: "吴", givenName: "佳绫" };
  expect(await send({ version: "3", ...anew })).toMatch(
    "to /zh/apply/identity?notice=nameProposed",
  );
});
