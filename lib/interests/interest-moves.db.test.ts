import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { INTEREST_STATES, type InterestState } from "@/db/enums";
import { isCheckViolation } from "@/db/errors";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { interestMoves, interests } from "@/db/schema/interests";
import { lapseInterests } from "./ending.mutations";
import {
  acceptInterest,
  answerQuestion,
  askForMore,
  declineInterest,
  reviewInterest,
  withdrawInterest,
} from "./mutations";
import { INTEREST_MOVES } from "./policy";
import { concludeInterest } from "./talks.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let owner: Member;
let tried = 0;

beforeAll(async () => {
  owner = await transaction((tx) => makeMember(tx));
});

afterAll(async () => {
  await closeDatabase();
  console.info(`interests: ${tried} moves tried`);
});

const make = (state: InterestState, values: Partial<typeof interests.$inferInsert> = {}) =>
  transaction(async (tx) => {
    const sender = await makeMember(tx);
    const project = await makeProject(tx, owner.memberId, { moderation: "published" });
    const interest = await makeInterest(tx, project.id, sender.memberId, { state, ...values });
    return { id: interest.id, sender };
  });

const stateOf = async (id: string) => {
  const [row] = await query((db) =>
    db.select({ state: interests.state }).from(interests).where(eq(interests.id, id)),
  );
  return row?.state;
};

describe("the database allows the listed moves and no other", () => {
  test.each(INTEREST_STATES)("from %s", async (from) => {
    for (const to of INTEREST_STATES.filter((state) => state !== from)) {
      const { id } = await make(from);
      const isMoved = await transaction((tx) =>
        tx.update(interests).set({ state: to }).where(eq(interests.id, id)),
      ).then(
        () => true,
        (error) => {
          if (isCheckViolation(error, "interests_state_move")) return false;
          throw error;
        },
      );
      tried++;
      expect([from, to, isMoved]).toEqual([from, to, INTEREST_MOVES[from].includes(to)]);
    }
  });
});

type Verb = {
  to: InterestState;
  by: "owner" | "sender" | "either";
  from: readonly InterestState[];
  run: (who: Member, target: { interestId: string; version: number }) => Promise<unknown>;
};

const words = "Quelques mots";
const reason = { reasonCode: "partner-found", words: "" };

const VERBS: Record<string, Verb> = {
  reviewInterest: {
    to: "under-review",
    by: "owner",
    from: ["sent"],
    run: (who, target) => transaction((tx) => reviewInterest(tx, who, target)),
  },
  askForMore: {
    to: "more-info-asked",
    by: "owner",
    from: ["sent", "under-review"],
    run: (who, target) => transaction((tx) => askForMore(tx, who, { ...target, words })),
  },
  answerQuestion: {
    to: "under-review",
    by: "sender",
    from: ["more-info-asked"],
    run: (who, target) => transaction((tx) => answerQuestion(tx, who, { ...target, words })),
  },
  acceptInterest: {
    to: "accepted",
    by: "owner",
    from: ["sent", "under-review"],
    run: (who, target) => transaction((tx) => acceptInterest(tx, who, target)),
  },
  declineInterest: {
    to: "declined",
    by: "owner",
    from: ["sent", "under-review", "more-info-asked"],
    run: (who, target) => transaction((tx) => declineInterest(tx, who, { ...target, ...reason })),
  },
  withdrawInterest: {
    to: "withdrawn",
    by: "sender",
    from: ["sent", "under-review", "more-info-asked"],
    run: (who, target) => transaction((tx) => withdrawInterest(tx, who, { ...target, words })),
  },
  beginTalks: {
    to: "in-talks",
    by: "either",
    from: ["accepted"],
    run: (who, target) =>
      transaction((tx) => concludeInterest(tx, who, { ...target, state: "in-talks" })),
  },
  agree: {
    to: "agreement",
    by: "either",
    from: ["accepted", "in-talks"],
    run: (who, target) =>
      transaction((tx) => concludeInterest(tx, who, { ...target, state: "agreement" })),
  },
  disagree: {
    to: "no-agreement",
    by: "either",
    from: ["accepted", "in-talks"],
    run: (who, target) =>
      transaction((tx) => concludeInterest(tx, who, { ...target, state: "no-agreement" })),
  },
};

const codeOf = (run: Promise<unknown>): Promise<string | null> =>
  run.then(
    () => null,
    ({ code }) => code,
  );

describe.each(Object.entries(VERBS))("%s", (_name, { to, by, from, run }) => {
  test.each(INTEREST_STATES)("of one that is %s", async (state) => {
    for (const party of ["owner", "sender", "stranger"] as const) {
      const { id, sender } = await make(state);
      const stranger = party === "stranger" ? await transaction((tx) => makeMember(tx)) : null;
      const who = stranger ?? (party === "owner" ? owner : sender);
      const isTheirs = by === "either" || by === party;
      const expected = from.includes(state) && isTheirs ? null : "moveNotAllowed";
      const code = await codeOf(run(who, { interestId: id, version: 1 }));
      tried++;
      expect([party, code]).toEqual([party, stranger ? "notFound" : expected]);
      expect(await stateOf(id)).toBe(code === null ? to : state);
    }
  });

  test("on a page that is not up to date", async () => {
    const { id, sender } = await make(from[0] ?? "sent");
    const target = { interestId: id, version: 2 };
    expect(await codeOf(run(by === "sender" ? sender : owner, target))).toBe("conflict");
  });
});

test.each(INTEREST_STATES)(
  "the portal ends one that is %s after 60 days, if at all",
  async (state) => {
    const { id } = await make(state, { stateAt: new Date("1980-03-01T12:00:00Z") });
    await lapseInterests("1980-04-29");
    expect(await stateOf(id)).toBe(state);
    await lapseInterests("1980-04-30");
    const isListed = INTEREST_MOVES[state].includes("lapsed");
    tried += 2;
    expect(await stateOf(id)).toBe(isListed ? "lapsed" : state);
    const moves = await query((db) =>
      db
        .select({ state: interestMoves.state, by: interestMoves.movedBy })
        .from(interestMoves)
        .where(eq(interestMoves.interestId, id)),
    );
    expect(moves).toEqual(isListed ? [{ state: "lapsed", by: null }] : []);
  },
);
