"use server";

import { visitorAction } from "@/lib/core/action";
import { answerByLink } from "@/lib/core/auth/link-holder";
import { spend } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";
import { acceptIntroduction, setAsideIntroduction } from "./mutations";
import { keepBackIntroduction, passOnIntroduction } from "./passing.mutations";
import { mailedIntroductionInput } from "./schema";

/** The answer by the buttons of a mail: the verbs of the portal, for this introduction alone, and no session. */
export const answerMailedIntroductionAction = visitorAction(
  mailedIntroductionInput,
  (tx, viewer, { token, answer }) =>
    answerByLink(tx, viewer, { token, what: "introduction" }, async (holder, introductionId) => {
      const which = { introductionId, way: "mail" } as const;
      if (answer === "accept") await acceptIntroduction(tx, holder, which);
      else await setAsideIntroduction(tx, holder, which);
    }),
  ({ token }, { client }) => spend("answerLink", hashToken(`${client} ${token}`)),
);

/** Passed on without a note, or kept back, by the buttons of a mail. */
export const answerMailedPassingAction = visitorAction(
  mailedIntroductionInput,
  (tx, viewer, { token, answer }) =>
    answerByLink(tx, viewer, { token, what: "passing" }, async (holder, introductionId) => {
      const which = { introductionId, way: "mail" } as const;
      if (answer === "accept") await passOnIntroduction(tx, holder, { ...which, note: "" });
      else await keepBackIntroduction(tx, holder, which);
    }),
  ({ token }, { client }) => spend("answerLink", hashToken(`${client} ${token}`)),
);
