"use server";

import { changeRole, reinstateAccount, suspendAccount } from "../accounts/mutations";
import { admitAccount, declineAccount } from "../accounts/pending.mutations";
import { type ActionContext, adminAction } from "../core/action";
import { publishProject, refuseProject, requestProjectChanges } from "../projects/mutations";
import {
  publishRevision,
  refuseRevision,
  requestRevisionChanges,
} from "../projects/revisions.mutations";
import {
  changeRoleInput,
  decideAccountInput,
  decideProjectInput,
  decideRevisionInput,
  putBackInput,
  reasonOf,
  reinstateAccountInput,
  suspendAccountInput,
  takeDownInput,
} from "./schema";
import { putBack, takeDown } from "./take-downs.mutations";

export const decideProjectAction = adminAction(decideProjectInput, async (tx, viewer, input) => {
  const { projectId, version, verdict, words } = input;
  const refusal = { projectId, version, words, reasonCode: reasonOf(input) ?? "" };
  if (verdict === "published") await publishProject(tx, viewer, { projectId, version });
  else if (verdict === "refused") await refuseProject(tx, viewer, refusal);
  else await requestProjectChanges(tx, viewer, refusal);
  return { redirectTo: "/admin", notice: "decisionSaved" };
});

export const decideRevisionAction = adminAction(decideRevisionInput, async (tx, viewer, input) => {
  const { revisionId, version, verdict, words } = input;
  const refusal = { revisionId, version, words, reasonCode: reasonOf(input) ?? "" };
  if (verdict === "published") await publishRevision(tx, viewer, { revisionId, version });
  else if (verdict === "refused") await refuseRevision(tx, viewer, refusal);
  else await requestRevisionChanges(tx, viewer, refusal);
  return { redirectTo: "/admin", notice: "decisionSaved" };
});

export const decideAccountAction = adminAction(decideAccountInput, async (tx, viewer, input) => {
  const { verdict, refusalReason, ...asked } = input;
  if (verdict === "approved") await admitAccount(tx, viewer, asked);
  else await declineAccount(tx, viewer, { ...asked, reasonCode: refusalReason ?? "" });
  return { redirectTo: "/admin", notice: "decisionSaved" };
});

export const suspendAccountAction = adminAction(suspendAccountInput, async (tx, viewer, input) => {
  await suspendAccount(tx, viewer, input);
  return { redirectTo: `/admin/members/${input.accountId}`, notice: "memberSuspended" };
});

export const reinstateAccountAction = adminAction(
  reinstateAccountInput,
  async (tx, viewer, input) => {
    await reinstateAccount(tx, viewer, input);
    return { redirectTo: `/admin/members/${input.accountId}`, notice: "memberReinstated" };
  },
);

export const changeRoleAction = adminAction(changeRoleInput, async (tx, viewer, input) => {
  await changeRole(tx, viewer, input);
  return { redirectTo: `/admin/members/${input.accountId}`, notice: "roleChanged" };
});

/** Back to where it was done: the page of the thing, or one it stands on beside others. */
export const takeDownAction = adminAction(takeDownInput, async (tx, viewer, input, context) => {
  const { to } = await takeDown(tx, viewer, input);
  return { redirectTo: pageOf(context, to), notice: "takenDown" };
});

export const putBackAction = adminAction(putBackInput, async (tx, viewer, input, context) => {
  const { to } = await putBack(tx, viewer, input);
  return { redirectTo: pageOf(context, to), notice: "putBack" };
});

const pageOf = ({ request }: ActionContext, to: string) => request.page?.split("?")[0] || to;
