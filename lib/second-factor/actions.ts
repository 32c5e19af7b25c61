"use server";

import { accountAction, visitorAction } from "@/lib/core/action";
import { answerEvenly } from "@/lib/core/auth/even-answer";
import { keepFresh, putFreshAway } from "@/lib/core/auth/fresh-secret";
import { letIn, letInAgain } from "@/lib/core/auth/let-in";
import { spendOnProof } from "@/lib/core/auth/proof-limits";
import { forgive, spend } from "@/lib/core/auth/rate-limit";
import { readSessionToken } from "@/lib/core/auth/session-cookie";
import { findHalfSession, getViewer } from "@/lib/core/auth/viewer";
import { AppError } from "@/lib/core/errors";
import { noFields } from "@/lib/core/text/fields";
import { deviceOf, enter } from "@/lib/sessions/entering";
import {
  confirmFactor,
  giveSecondFactor,
  offerFactor,
  renewRecoveryCodes,
  switchOffFactor,
} from "./mutations";
import {
  confirmFactorInput,
  factorCodeInput,
  giveSecondFactorInput,
  offerFactorInput,
} from "./schema";

const PAGE = "/account/second-factor";

const wrongCode = () => ({ refusal: new AppError("wrongCode", { field: "code" }) });

/** Who is signed in and guesses has five tries in a quarter of an hour; who is not has a limit of their own. */
async function spendOwnTry(): Promise<void> {
  const viewer = await getViewer();
  if (viewer) await spend("secondFactor", viewer.accountId);
}

/** The second step of signing in. */
export const giveSecondFactorAction = visitorAction(
  giveSecondFactorInput,
  async (tx, _viewer, { code, next }, context) => {
    answerEvenly(performance.now(), context);
    const sessionToken = (await readSessionToken()) ?? "";
    const device = await deviceOf(context.request);
    const signedIn = await giveSecondFactor(tx, { sessionToken, code }, device);
    if (!signedIn) return wrongCode();
    context.afterCommit(() => letInAgain("factor", signedIn.actor, device.address));
    return enter(signedIn, next, context);
  },
  async (_input, { client }) => {
    const half = await findHalfSession((await readSessionToken()) ?? "");
    await (half ? letIn("factor", half, client) : spend("signInByAddress", client));
  },
);

/** Begins to set up an app: with the password, or in place of one in use with a code of that one. */
export const offerFactorAction = accountAction(
  offerFactorInput,
  async (tx, viewer, input) => {
    const isOffered = await offerFactor(tx, viewer, input);
    return isOffered ? { redirectTo: `${PAGE}?app=new` } : wrongCode();
  },
  async ({ code }, request) => {
    if (code === undefined) await spendOnProof(request);
    await spendOwnTry();
  },
);

export const confirmFactorAction = accountAction(
  confirmFactorInput,
  async (tx, viewer, input, { afterCommit }) => {
    const codes = await confirmFactor(tx, viewer, input);
    if (!codes) return wrongCode();
    afterCommit(() => forgive(["secondFactor", viewer.accountId]));
    afterCommit(() => keepFresh("codes", viewer, codes.join(" ")));
    return { redirectTo: `${PAGE}/codes`, notice: "factorSetUp" };
  },
  spendOwnTry,
);

export const renewRecoveryCodesAction = accountAction(
  factorCodeInput,
  async (tx, viewer, input, { afterCommit }) => {
    const codes = await renewRecoveryCodes(tx, viewer, input);
    if (!codes) return wrongCode();
    afterCommit(() => forgive(["secondFactor", viewer.accountId]));
    afterCommit(() => keepFresh("codes", viewer, codes.join(" ")));
    return { redirectTo: `${PAGE}/codes`, notice: "codesRenewed" };
  },
  spendOwnTry,
);

/** The codes are written down: from now on nobody sees them again. */
export const putCodesAwayAction = accountAction(noFields, async (_tx, _viewer, _input, context) => {
  context.afterCommit(() => putFreshAway("codes"));
  return { redirectTo: PAGE, notice: "codesPutAway" };
});

export const switchOffFactorAction = accountAction(
  factorCodeInput,
  async (tx, viewer, input) => {
    const isOff = await switchOffFactor(tx, viewer, input);
    return isOff
      ? { redirectTo: "/account#second-factor", notice: "factorSwitchedOff" }
      : wrongCode();
  },
  spendOwnTry,
);
