import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { completeAnswers, makeApplication, makeOrganisation } from "@/db/factories";
import { lettersTo } from "@/db/read-back";
import { applications } from "@/db/schema/applications";
import { consents } from "@/db/schema/consents";
import { PORTAL_TEXTS } from "@/lib/consents/consent-texts";
import type { Purpose } from "@/lib/consents/policy";
import { tickNow } from "@/lib/consents/tick";
import { saveAnswers, submitApplication } from "./mutations";
import { getOwnApplication } from "./queries";
import { readAnswers } from "./stored-answers";

afterAll(closeDatabase);

function ticks(...purposes: Purpose[]) {
  return purposes.map((purpose) => tickNow(PORTAL_TEXTS, purpose, "fr"));
}

const complete = readAnswers({
  ...completeAnswers(),
  legalName: "Atelier Montclair",
  organisationKind: "sme",
  registrationId: "732829320",
});

type Values = Partial<typeof applications.$inferInsert>;

async function make(values: Values = {}) {
  const row = await transaction((tx) =>
    makeApplication(tx, { state: "draft", answers: complete, ...values }),
  );
  return { ...row, applicationId: row.id, key: { applicationId: row.id } };
}

type Made = Awaited<ReturnType<typeof make>>;

const submit = (made: Made) => transaction((tx) => submitApplication(tx, made.key, made));

async function read(id: string) {
  const { state, answers, version, matchKeys, submittedAt } = applications;
  const [row] = await query((db) =>
    db
      .select({ state, answers, version, matchKeys, submittedAt })
      .from(applications)
      .where(eq(applications.id, id)),
  );
  if (!row) throw new Error("the application is gone");
  return row;
}

/** What the ledger holds of an application, as ticks. */
const ledgerOf = (applicationId: string) =>
  query((db) =>
    db
      .select({
        purpose: consents.purpose,
        version: consents.textVersion,
        locale: consents.locale,
      })
      .from(consents)
      .where(eq(consents.applicationId, applicationId))
      .orderBy(consents.purpose),
  );

describe("submitApplication", () => {
  test("fills the ledger, the keys and the mailbox, once", async () => {
    const made = await make({
      locale: "zh",
      answers: { ...complete, jobTitle: { zh: "经理" }, pitch: { zh: "作坊。" } },
    });
    await submit(made);
    // From another tab that still shows the draft; what shows that it is handed in is not handed in again.
    await submit(made);
    const again = submit({ ...made, version: made.version + 1 });
    await expect(again).rejects.toMatchObject({ code: "moveNotAllowed" });
    const row = await read(made.id);
    expect(row.submittedAt).toBeInstanceOf(Date);
    expect(row.matchKeys).toEqual(
      expect.arrayContaining(["number:732829320", "person:camille montclair"]),
    );
    expect(await ledgerOf(made.id)).toEqual(
      ticks("charter", "members-directory", "privacy-notice"),
    );
    const [mail, ...more] = await lettersTo(made.email);
    expect(mail).toMatchObject({ kind: "applicationSubmitted", locale: "zh" });
    expect(mail?.data.to).toMatch(/^\/apply\/resume\?key=[\w-]{43}$/);
    expect(more).toEqual([]);
  });

  test("records the text that was read when a box was ticked, and no box of an older text", async () => {
    const made = await make();
    const versions = [
      ["charter", PORTAL_TEXTS.charter.version],
      ["privacy-notice", PORTAL_TEXTS["privacy-notice"].version],
      ["public-directory", 0],
    ] as const;
    const answers = { consents: versions.map(([purpose, version]) => ({ purpose, version })) };
    const page = { ...made, step: "charter", answers, locale: "zh" } as const;
    await transaction((tx) => saveAnswers(tx, made.key, page));
    const own = await getOwnApplication(made.key, "fr");
    expect(own?.answers.consents?.map(({ purpose }) => purpose)).toEqual([
      "charter",
      "privacy-notice",
    ]);
    await submit({ ...made, version: 2 });
    const given = [
      tickNow(PORTAL_TEXTS, "charter", "zh"),
      tickNow(PORTAL_TEXTS, "privacy-notice", "zh"),
    ];
    expect(await ledgerOf(made.id)).toEqual(given);
    expect((await read(made.id)).answers).toMatchObject({ consents: given });
  });

  test("asks whom a manager invited for the person alone, and others for all of it", async () => {
    const { id: organisationId } = await transaction((tx) => makeOrganisation(tx));
    const { familyName, givenName, nameOrder, jobTitle, languages, consents } = complete;
    const answers = { familyName, givenName, nameOrder, jobTitle, languages, consents };
    const vouched = await make({ organisationId, isVouched: true, answers });
    await submit(vouched);
    expect(await read(vouched.id)).toMatchObject({ state: "submitted" });
    const alone = await make({ organisationId: null, isVouched: true, answers });
    await expect(submit(alone)).rejects.toMatchObject({ code: "notChosen" });
    const joining = await make({ organisationId, answers });
    await expect(submit(joining)).rejects.toMatchObject({ field: "activityKinds" });
  });

  test("asks whoever joins an organisation in mainland China to agree to the transfer", async () => {
    const { id: organisationId } = await transaction((tx) =>
      makeOrganisation(tx, { country: "cn", place: "guangzhou" }),
    );
    const consents = ticks("charter", "privacy-notice");
    const made = await make({ organisationId, answers: { ...complete, consents } });
    expect(await getOwnApplication(made.key, "fr")).toMatchObject({
      joins: { country: "cn", place: "guangzhou" },
    });
    await expect(submit(made)).rejects.toMatchObject({ field: "transfer-to-france" });
    const answers = {
      ...complete,
      consents: [...consents, tickNow(PORTAL_TEXTS, "transfer-to-france", "fr")],
    };
    await submit(await make({ organisationId, answers }));
  });

  test("refuses what is incomplete on its field and writes nothing", async () => {
    const { pitch: _, ...answers } = complete;
    const made = await make({ answers });
    await expect(submit(made)).rejects.toMatchObject({
      code: "required",
      field: "pitch.fr",
    });
    expect(await read(made.id)).toMatchObject({ state: "draft", version: 1 });
    expect(await lettersTo(made.email)).toEqual([]);
  });
});
