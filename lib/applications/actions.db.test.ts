import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeApplication, makeMember, makeOrganisation } from "@/db/factories";
import { lettersTo } from "@/db/read-back";
import { applicationKeys } from "@/db/schema/applications";
import { inviteColleague } from "@/lib/affiliations/invitations.mutations";
import { hashToken } from "@/lib/core/auth/tokens";
import { IDLE } from "@/lib/core/form-state";
import { getTranslator } from "@/lib/core/i18n/translator";
import { startApplication } from "./access.mutations";
import { findApplicant, findLinkedApplication } from "./access.queries";
import { saveAnswersAction } from "./actions";
import { getOwnApplication } from "./queries";

const browser = vi.hoisted(() => ({ key: "" }));

vi.mock("./application-cookie", async (original) => ({
  ...(await original<object>()),
  readApplicationCookie: async () => browser.key,
}));
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

test("whoever began by an invitation, without a letter, gets the link as they leave a page, once", async () => {
  const email = `${randomUUID()}@example.org`;
  await transaction(async (tx) => {
    const manager = await makeMember(tx);
    const { id: organisationId } = await makeOrganisation(tx, {}, [manager]);
    await inviteColleague(tx, manager, { organisationId, email, locale: "fr", role: "person" });
  });
  const [invited] = await lettersTo(email);
  const invitation = invited?.data.to?.replace("/invitation?token=", "");
  const begun = { email, locale: "fr", invitation } as const;
  const opened = await transaction((tx) => startApplication(tx, begun));
  browser.key = opened?.browserKey ?? "";
  const applicant = await query((db) => findApplicant(db, browser.key));
  const { applicationId = "" } = applicant ?? {};
  const version = async () => String((await getOwnApplication(applicant, "fr"))?.version);
  const send = async (intent: string) => {
    const data = new FormData();
    const page = {
      _locale: "fr",
      step: "contact",
      applicationId,
      version: await version(),
      intent,
    };
    for (const [name, value] of Object.entries(page)) data.set(name, value);
    return saveAnswersAction(IDLE, data).catch((error: Error) => error.message);
  };
  const links = async () =>
    (await lettersTo(email)).filter(({ kind }) => kind === "applicationLink");
  await send("autosave");
  expect(await links()).toEqual([]);
  expect(await send("leave")).toMatch("notice=applicationLeft");
  const [letter, ...others] = await links();
  expect(others).toEqual([]);
  const key = new URLSearchParams(letter?.data.to?.split("?")[1]).get("key") ?? "";
  expect(await query((db) => findLinkedApplication(db, key))).toMatchObject({ id: applicationId });
  await send("leave");
  await send("continue");
  expect(await links()).toHaveLength(1);
});
