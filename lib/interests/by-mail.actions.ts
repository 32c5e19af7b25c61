"use server";

import { visitorAction } from "@/lib/core/action";
import { requireLinkHolder } from "@/lib/core/auth/link-holder";
import { spend } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";
import { acceptInterest, declineInterest } from "./mutations";
import { mailedAnswerInput } from "./schema";

/** What is given back to a sender who is not refused for good: their moment does not suit. */
const NOT_NOW = { reasonCode: "timing-mismatch", words: "" };

/** The owner's answer by the buttons of a mail: the verbs of the portal, for this interest alone, and no session. */
export const answerMailedInterestAction = visitorAction(
  mailedAnswerInput,
  async (tx, viewer, { token, version, answer }) => {
    const { link, holder } = await requireLinkHolder(tx, viewer, { token, what: "interest" });
    const input = { interestId: link.subjectId, version, way: "mail" } as const;
    if (answer === "accept") await acceptInterest(tx, holder, input);
    else await declineInterest(tx, holder, { ...input, ...NOT_NOW });
    // The page it leads to says what became of it.
    return { redirectTo: `/answer?${new URLSearchParams({ token })}` };
  },
  ({ token }, { client }) => spend("answerLink", hashToken(`${client} ${token}`)),
);
