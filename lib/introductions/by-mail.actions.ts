"use server";

import { visitorAction } from "@/lib/core/action";
import { requireLinkHolder } from "@/lib/core/auth/link-holder";
import { spend } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";
import { acceptIntroduction, setAsideIntroduction } from "./mutations";
import { keepBackIntroduction, passOnIntroduction } from "./passing.mutations";
import { mailedIntroductionInput } from "./schema";

/** The answer by the buttons of a mail: the verbs of the portal, for this introduction alone, and no session. */
export const answerMailedIntroductionAction = visitorAction(
  mailedIntroductionInput,
  async (tx, viewer, { token, answer }) => {
    const { link, holder } = await requireLinkHolder(tx, viewer, { token, what: "introduction" });
    const which = { introductionId: link.subjectId, way: "mail" } as const;
    if (answer === "accept") await acceptIntroduction(tx, holder, which);
    else await setAsideIntroduction(tx, holder, which);
    // The page it leads to says what became of it.
    return { redirectTo: `/answer?${new URLSearchParams({ token })}` };
  },
  ({ token }, { client }) => spend("answerLink", hashToken(`${client} ${token}`)),
);

/** Passed on without a note, or kept back, by the buttons of a mail. */
export const answerMailedPassingAction = visitorAction(
  mailedIntroductionInput,
  async (tx, viewer, { token, answer }) => {
    const { link, holder } = await requireLinkHolder(tx, viewer, { token, what: "passing" });
    const which = { introductionId: link.subjectId, way: "mail" } as const;
    if (answer === "accept") await passOnIntroduction(tx, holder, { ...which, note: "" });
    else await keepBackIntroduction(tx, holder, which);
    return { redirectTo: `/answer?${new URLSearchParams({ token })}` };
  },
  ({ token }, { client }) => spend("answerLink", hashToken(`${client} ${token}`)),
);
