"use server";

import { visitorAction } from "@/lib/core/action";
import { answerByLink } from "@/lib/core/auth/link-holder";
import { spend } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";
import { acceptInterest, declineInterest } from "./mutations";
import { mailedAnswerInput } from "./schema";

/** What is given back to a sender who is not refused for good: their moment does not suit. */
const NOT_NOW = { reasonCode: "timing-mismatch", words: "" };

/** The owner's answer by the buttons of a mail: the verbs of the portal, for this interest alone, and no session. */
export const answerMailedInterestAction = visitorAction(
  mailedAnswerInput,
  (tx, viewer, { token, version, answer }) =>
    answerByLink(tx, viewer, { token, what: "interest" }, async (holder, interestId) => {
      const input = { interestId, version, way: "mail" } as const;
      if (answer === "accept") await acceptInterest(tx, holder, input);
      else await declineInterest(tx, holder, { ...input, ...NOT_NOW });
    }),
  ({ token }, { client }) => spend("answerLink", hashToken(`${client} ${token}`)),
);
