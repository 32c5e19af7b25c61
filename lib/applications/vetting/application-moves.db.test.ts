import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "@/db/client";
import { APPLICATION_STATES, type ApplicationState } from "@/db/enums";
import { isCheckViolation } from "@/db/errors";
import { makeAccount, makeApplication } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { answerQuestion, submitApplication, withdrawApplication } from "../mutations";
import { APPLICATION_MOVES } from "../policy";
import {
  approveApplication,
  askForMore,
  refuseApplication,
  releaseApplication,
  resumeReview,
  takeApplication,
} from "./mutations";

let staff: Viewer;

beforeAll(async () => {
  staff = await transaction((tx) => makeAccount(tx, { role: "moderator" }));
});

afterAll(() => closeDatabase());

type Input = { applicationId: string; version: number };
type Verb = (tx: Transaction, input: Input) => Promise<unknown>;

const asApplicant = ({ applicationId }: Input) => ({ applicationId });

/** Every verb of the portal, by the state it leads to. Nothing leads back to a draft. */
const VERBS: Record<ApplicationState, Verb[]> = {
  draft: [],
  submitted: [
    (tx, input) => submitApplication(tx, asApplicant(input), input),
    (tx, input) => releaseApplication(tx, staff, input),
  ],
  "under-review": [
    (tx, input) => takeApplication(tx, staff, input),
    (tx, input) => resumeReview(tx, staff, input),
    (tx, input) => answerQuestion(tx, asApplicant(input), { ...input, words: "En 2019." }),
  ],
  "info-requested": [(tx, input) => askForMore(tx, staff, { ...input, words: "Depuis quand ?" })],
  approved: [
    (tx, input) => approveApplication(tx, staff, { ...input, organisation: "new", words: "" }),
  ],
  refused: [
    (tx, input) => refuseApplication(tx, staff, { ...input, reasonCode: "no-link", words: "" }),
  ],
  withdrawn: [(tx, input) => withdrawApplication(tx, asApplicant(input), input)],
};

/** An application that got where it is: on the desk of the team from the review on. */
function make(state: ApplicationState) {
  const isTaken = state !== "draft" && state !== "submitted";
  const taken = isTaken ? { takenBy: staff.accountId, takenAt: new Date() } : {};
  return transaction((tx) => makeApplication(tx, { state, ...taken }));
}

async function stateOf(id: string) {
  const [row] = await query((db) =>
    db.select({ state: applications.state }).from(applications).where(eq(applications.id, id)),
  );
  return row?.state;
}

/** Whether one of the verbs that lead there goes through; each is tried on an application of its own. */
async function aVerbLeads(from: ApplicationState, to: ApplicationState): Promise<boolean> {
  let leads = false;
  for (const verb of VERBS[to]) {
    const { id, version } = await make(from);
    await transaction((tx) => verb(tx, { applicationId: id, version })).catch((error) => {
      expect(error).toMatchObject({ name: "AppError" });
    });
    const reached = await stateOf(id);
    expect([from, to]).toContain(reached);
    leads ||= reached === to;
  }
  return leads;
}

/** What has to stand beside a state. */
function beside(state: ApplicationState) {
  const isTaken = state !== "draft" && state !== "submitted";
  return {
    submittedAt: state === "draft" ? null : new Date(),
    takenBy: isTaken ? staff.accountId : null,
    accountId: state === "approved" ? staff.accountId : null,
  };
}

async function databaseAllows(from: ApplicationState, to: ApplicationState): Promise<boolean> {
  const { id } = await make(from);
  try {
    await transaction((tx) =>
      tx
        .update(applications)
        .set({ state: to, ...beside(to) })
        .where(eq(applications.id, id)),
    );
    return true;
  } catch (error) {
    if (!isCheckViolation(error, "applications_state_move")) throw error;
    expect(await stateOf(id)).toBe(from);
    return false;
  }
}

const cells = APPLICATION_STATES.flatMap((from) => APPLICATION_STATES.map((to) => ({ from, to })));
const moves = cells.filter(({ from, to }) => from !== to);
const seen = { byVerb: 0, byDatabase: 0, refusedByVerb: 0, refusedByDatabase: 0 };

describe("every move of an application", () => {
  test.each(moves)("$from → $to", async ({ from, to }) => {
    const isListed = APPLICATION_MOVES[from].includes(to);
    const [byVerb, byDatabase] = [await aVerbLeads(from, to), await databaseAllows(from, to)];
    expect({ byVerb, byDatabase }).toEqual({ byVerb: isListed, byDatabase: isListed });
    if (byVerb) seen.byVerb++;
    else seen.refusedByVerb++;
    if (byDatabase) seen.byDatabase++;
    else seen.refusedByDatabase++;
  });

  test("42 moves were tried: 11 work, 31 are refused, by the verbs and by the database", () => {
    expect(seen).toEqual({
      byVerb: 11,
      byDatabase: 11,
      refusedByVerb: 31,
      refusedByDatabase: 31,
    });
  });
});

describe("where an application stays", () => {
  test.each(APPLICATION_STATES)("%s: no verb says that it has got there again", async (state) => {
    for (const verb of VERBS[state]) {
      const { id, version } = await make(state);
      await transaction((tx) => verb(tx, { applicationId: id, version })).catch(() => {});
      const [row] = await query((db) =>
        db
          .select({ version: applications.version, state: applications.state })
          .from(applications)
          .where(eq(applications.id, id)),
      );
      expect(row).toEqual({ version, state });
    }
  });
});
