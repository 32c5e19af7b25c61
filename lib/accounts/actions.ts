"use server";

import { accountAction, visitorAction } from "@/lib/core/action";
import { answerEvenly } from "@/lib/core/auth/even-answer";
import { letClientIn, letIn, letInAgain } from "@/lib/core/auth/let-in";
import { spendOnAccount } from "@/lib/core/auth/proof-limits";
import { spend, spendOnCommit } from "@/lib/core/auth/rate-limit";
import type { RequestFacts } from "@/lib/core/auth/request";
import { browserId, clearSessionCookie } from "@/lib/core/auth/session-cookie";
import { mayRead } from "@/lib/core/auth/standing";
import { hashToken } from "@/lib/core/auth/tokens";
import { AppError } from "@/lib/core/errors";
import { noFields } from "@/lib/core/text/fields";
import { changePassword, choosePassword, requestPasswordReset } from "@/lib/passwords/mutations";
import { deviceOf, enter } from "@/lib/sessions/entering";
import {
  endSession,
  endSessions,
  requestSignInCode,
  signInWithCode,
  signInWithLink,
  signInWithPassword,
  signOut,
} from "@/lib/sessions/mutations";
import { confirmAddress, requestAddressChange, undoAddressChange } from "./address.mutations";
import { askErasure, withdrawErasure } from "./erasure-request.mutations";
import { leaveClub } from "./leaving.mutations";
import { choosePreferences } from "./mutations";
import {
  changeAddressInput,
  changePasswordInput,
  choosePasswordInput,
  endSessionInput,
  firstSignInInput,
  forgottenPasswordInput,
  linkInput,
  preferencesInput,
  provenInput,
  signInCodeInput,
  signInInput,
} from "./schema";

/** Signs in with address and password, or mails a code when that button was pressed. */
export const signInAction = visitorAction(
  signInInput,
  async (tx, viewer, input, context) => {
    const { email, password, way, next } = input;
    const since = performance.now();
    if (way === "code") {
      answerEvenly(since, context);
      await requestSignInCode(tx, { email, browser: await browserId() });
      const query = next ? `?${new URLSearchParams({ next })}` : "";
      return { redirectTo: `/sign-in/code${query}`, notice: "codeSent" };
    }
    const device = await deviceOf(context.request);
    const signedIn = await signInWithPassword(tx, viewer, { email, password }, device);
    if (signedIn) {
      context.afterCommit(() => letInAgain("password", { email }, context.request.client));
      return enter(signedIn, next, context);
    }
    answerEvenly(since, context);
    return { refusal: new AppError("wrongCredentials") };
  },
  ({ email, way }, { client }) => letIn(way === "code" ? "mail" : "password", { email }, client),
);

export const signInWithCodeAction = visitorAction(
  signInCodeInput,
  async (tx, viewer, { code, next }, context) => {
    const browser = await browserId();
    const device = await deviceOf(context.request);
    const signedIn = await signInWithCode(tx, viewer, { browser, code }, device);
    if (signedIn) return enter(signedIn, next, context);
    return { refusal: new AppError("wrongMailedCode", { field: "code" }) };
  },
  (_input, { client }) => letClientIn(client),
);

/** The first sign-in of a new member: sending the form uses the link up, opening its page does not. */
export const firstSignInAction = visitorAction(
  firstSignInInput,
  async (tx, viewer, { token }, context) => {
    const device = await deviceOf(context.request);
    const signedIn = await signInWithLink(tx, viewer, { token }, device);
    if (!signedIn) return { refusal: new AppError("linkExpired") };
    const outcome = enter(signedIn, undefined, context);
    const isIn = mayRead(signedIn) && !signedIn.isHalf;
    return isIn ? { ...outcome, notice: "welcomed" } : outcome;
  },
  (_input, { client }) => letClientIn(client),
);

export const signOutAction = visitorAction(
  noFields,
  async (tx, viewer, _input, { afterCommit }) => {
    if (viewer) await signOut(tx, viewer);
    afterCommit(clearSessionCookie);
    return { redirectTo: "/", notice: "signedOut" };
  },
);

export const requestPasswordResetAction = visitorAction(
  forgottenPasswordInput,
  async (tx, viewer, input, context) => {
    answerEvenly(performance.now(), context);
    await requestPasswordReset(tx, input);
    // Who is signed in is led on from there, and would not read it.
    return { redirectTo: viewer ? "/account" : "/sign-in", notice: "resetSent" };
  },
  ({ email }, { client }) => letIn("reset", { email }, client),
);

/** For a forgotten password and for the first one: the link says which. */
export const choosePasswordAction = visitorAction(
  choosePasswordInput,
  async (tx, _viewer, { token, password }) => {
    await choosePassword(tx, { token, password });
    return { redirectTo: "/sign-in", notice: "passwordChosen" };
  },
  (_input, { client }) => letClientIn(client),
);

export const changePasswordAction = accountAction(
  changePasswordInput,
  async (tx, viewer, { currentPassword, password }) => {
    await changePassword(tx, viewer, { currentPassword, password });
    return { notice: "passwordChanged" };
  },
  (_input, request) => spendOnAccount(request),
);

/** The answer is the same whether the new address has an account or not. */
export const changeAddressAction = accountAction(
  changeAddressInput,
  async (tx, viewer, input, context) => {
    answerEvenly(performance.now(), context);
    await requestAddressChange(tx, viewer, input);
    await spendOnCommit(tx, "mailedLink", hashToken(`new address ${input.email}`));
    return { redirectTo: "/account", notice: "addressAsked" };
  },
  (_input, request) => spendOnAccount(request),
);

/** Whoever holds a link is not closed with the others behind their address. */
const spendOnLink = ({ token }: { token: string }, { client }: RequestFacts) =>
  spend("addressLink", hashToken(`${client} ${token}`));

export const confirmAddressAction = visitorAction(
  linkInput,
  async (tx, viewer, input) => {
    await confirmAddress(tx, viewer, input);
    return { redirectTo: viewer ? "/account" : "/sign-in", notice: "addressChanged" };
  },
  spendOnLink,
);

export const undoAddressChangeAction = visitorAction(
  linkInput,
  async (tx, _viewer, input) => {
    const { passwordToken } = await undoAddressChange(tx, input);
    return { redirectTo: `/reset-password?token=${passwordToken}`, notice: "addressRestored" };
  },
  spendOnLink,
);

export const askErasureAction = accountAction(
  provenInput,
  async (tx, viewer, input) => {
    await askErasure(tx, viewer, input);
    return { redirectTo: "/account", notice: "erasureAsked" };
  },
  (_input, request) => spendOnAccount(request),
);

export const leaveClubAction = accountAction(
  provenInput,
  async (tx, viewer, input) => {
    await leaveClub(tx, viewer, input);
    return { redirectTo: "/account", notice: "clubLeft" };
  },
  (_input, request) => spendOnAccount(request),
);

export const withdrawErasureAction = accountAction(noFields, async (tx, viewer) => {
  await withdrawErasure(tx, viewer);
  return { redirectTo: "/account", notice: "erasureWithdrawn" };
});

export const choosePreferencesAction = accountAction(
  preferencesInput,
  async (tx, viewer, input) => {
    await choosePreferences(tx, viewer, input);
    return {};
  },
);

export const endSessionAction = accountAction(endSessionInput, async (tx, viewer, input) => {
  await endSession(tx, viewer, input);
  return { redirectTo: "/account#sessions", notice: "sessionEnded" };
});

export const endOtherSessionsAction = accountAction(noFields, async (tx, viewer) => {
  await endSessions(tx, viewer, { accountId: viewer.accountId, kept: viewer.sessionId });
  return { redirectTo: "/account#sessions", notice: "sessionsEnded" };
});
