import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { REQUEST_STATES } from "@/db/enums";
import { isCheckViolation } from "@/db/errors";
import { makeMember, makeProject } from "@/db/factories";
import { translationOffers } from "@/db/schema/translations";
import { OFFER_MOVES } from "./translations.policy";

afterAll(closeDatabase);

const cells = REQUEST_STATES.flatMap((from) => REQUEST_STATES.map((to) => ({ from, to })));

test.each(cells.filter(({ from, to }) => from !== to))(
  "the database and the policy agree on $from → $to",
  async ({ from, to }) => {
    const isMoved = await transaction(async (tx) => {
      const { memberId } = await makeMember(tx);
      const { id: entryId } = await makeProject(tx, memberId);
      const offer = { entryId, memberId, field: "summary", locale: "zh", words: "摘要" } as const;
      await tx.insert(translationOffers).values({ ...offer, state: from });
      const isThis = eq(translationOffers.memberId, memberId);
      await tx.update(translationOffers).set({ state: to }).where(isThis);
    }).then(
      () => true,
      (error) => {
        if (isCheckViolation(error, "translation_offers_state_move")) return false;
        throw error;
      },
    );
    expect(isMoved).toBe(OFFER_MOVES[from].includes(to));
  },
);
