import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeApplication, makeMember, makeOrganisation } from "@/db/factories";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  getEarlierAnswers,
  getJoinedOrganisation,
  listDecisions,
  listRelatedApplications,
} from "./related.queries";

const unique = () => crypto.randomUUID();

let moderator: Viewer;
let member: Viewer;

beforeAll(async () => {
  await transaction(async (tx) => {
    member = await makeMember(tx);
    moderator = await makeMember(
      tx,
      { familyName: "Lin", givenName: "Meihua" },
      { role: "moderator" },
    );
  });
});

afterAll(() => closeDatabase());

const compared = (values: object) => ({
  id: unique(),
  email: `${unique()}@example.org`,
  matchKeys: [] as string[],
  organisationId: null,
  ...values,
});

describe("earlier applications", () => {
  test("are found by address, person, number and organisation, with what was decided", async () => {
    const [person, number, name] = [`person:${unique()}`, `number:${unique()}`, unique()];
    const organisation = `organisation:${name}`;
    const now = compared({ matchKeys: [person, number, organisation] });
    const made = await transaction(async (tx) => {
      const byAddress = await makeApplication(tx, {
        email: now.email,
        state: "refused",
        submittedAt: new Date("2020-01-04"),
      });
      const at = (day: number, matchKeys: string[], state = "submitted" as const) =>
        makeApplication(tx, { matchKeys, state, submittedAt: new Date(Date.UTC(2020, 0, day)) });
      const byPerson = await at(3, [person]);
      const byNumber = await at(2, [number, organisation]);
      await at(1, [`person:${unique()}`]);
      await makeApplication(tx, { matchKeys: [person], state: "draft" });
      await tx.insert(decisions).values({
        subjectType: "application",
        subjectId: byAddress.id,
        verdict: "refused",
        reasonCode: "incomplete",
        words: "Revenez vers nous.",
        decidedBy: moderator.accountId,
      });
      return { byAddress, byPerson, byNumber };
    });
    const found = await listRelatedApplications(moderator, now, "fr");
    expect(found.map(({ id, relations }) => ({ id, relations }))).toEqual([
      { id: made.byAddress.id, relations: ["address"] },
      { id: made.byPerson.id, relations: ["person"] },
      { id: made.byNumber.id, relations: ["number", "organisation"] },
    ]);
    expect(found[0]?.decisions).toMatchObject([
      {
        verdict: "refused",
        reason: "Demande restée incomplète",
        words: "Revenez vers nous.",
        decidedBy: "Meihua Lin",
      },
    ]);
    expect(await listRelatedApplications(member, now, "fr")).toEqual([]);
    expect(await listDecisions(member, "application", [made.byAddress.id], "fr")).toEqual([]);
  });

  test("of the same address, the last one before it is told with its answers", async () => {
    const email = `${unique()}@example.org`;
    const at = (day: number, familyName: string, values = {}) =>
      transaction((tx) =>
        makeApplication(tx, {
          email,
          state: "refused",
          answers: { familyName },
          submittedAt: new Date(Date.UTC(2021, 0, day)),
          ...values,
        }),
      );
    const now = await at(9, "Montclair", { state: "under-review", takenBy: moderator.accountId });
    const application = { id: now.id, email, submittedAt: new Date(Date.UTC(2021, 0, 9)) };
    expect(await getEarlierAnswers(moderator, application)).toBeNull();
    await at(1, "Premier");
    const { id } = await at(5, "Second");
    await at(12, "Plus tard");
    await at(8, "Autre", { email: `${unique()}@example.org` });
    expect(await getEarlierAnswers(moderator, application)).toMatchObject({
      id,
      answers: { familyName: "Second" },
    });
    expect(await getEarlierAnswers(member, application)).toBeNull();
    const answers = { familyName: "Ancien", languages: "fr", pitch: "Un texte", category: null };
    await at(8, "", { answers });
    expect((await getEarlierAnswers(moderator, application))?.answers).toStrictEqual({
      familyName: "Ancien",
      languages: undefined,
      pitch: undefined,
      category: undefined,
    });
  });

  test("are found by the organisation both want to join", async () => {
    const { id: organisationId } = await transaction((tx) => makeOrganisation(tx));
    const { id } = await transaction((tx) => makeApplication(tx, { organisationId }));
    const found = await listRelatedApplications(moderator, compared({ organisationId }), "fr");
    expect(found).toMatchObject([{ id, relations: ["organisation"] }]);
    expect(await getJoinedOrganisation(moderator, organisationId, "zh")).toMatchObject({
      name: "Atelier Montclair",
    });
    expect(await getJoinedOrganisation(member, organisationId, "zh")).toBeNull();
  });
});
