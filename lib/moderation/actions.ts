"use server";

import { changeRole, lapseAccount, reinstateAccount, suspendAccount } from "../accounts/mutations";
import { admitAccount, declineAccount } from "../accounts/pending.mutations";
import { acceptRequest, declineRequest } from "../affiliations/mutations";
import { declineRequestInput, requestInput } from "../affiliations/schema";
import {
  approveApplication,
  askForMore,
  refuseApplication,
} from "../applications/vetting/mutations";
import { decideApplicationInput } from "../applications/vetting/schema";
import { ASK_VERBS } from "../asks/noun.queries";
import { COOPERATION_VERBS } from "../cooperations/noun.queries";
import { type ActionContext, adminAction, readerAction, visitorAction } from "../core/action";
import { spendOnCommit } from "../core/auth/rate-limit";
import type { Viewer } from "../core/auth/viewer-type";
import type { TurnedDown } from "../entries/decision-reason";
import { publishRevision, turnDownRevision } from "../entries/revisions.mutations";
import { markEntryRead, publishEntry, turnDownEntry } from "../entries/verbs.mutations";
import { EVENT_VERBS } from "../events/noun.queries";
import { EXPERIENCE_VERBS } from "../experiences/noun.queries";
import { HERITAGE_VERBS } from "../heritage/noun.queries";
import { PAGE_VERBS } from "../pages/noun.queries";
import { PROJECT_VERBS } from "../projects/noun.queries";
import { refuseIfColleagues } from "./desk.queries";
import { leadOn } from "./queue-address";
import { appealTakeDown, dismissReports, reportThing } from "./reports.mutations";
import { appealInput, dismissReportsInput, reportInput } from "./reports.schema";
import {
  changeRoleInput,
  decideAccountInput,
  decideEntryInput,
  decideRevisionInput,
  lapseAccountInput,
  markEntryReadInput,
  putBackInput,
  reasonOf,
  reinstateAccountInput,
  suspendAccountInput,
  takeDownInput,
} from "./schema";
import { putBack, takeDown } from "./take-downs.mutations";

export const decideEntryAction = adminAction(
  decideEntryInput,
  async (tx, viewer, input, context) => {
    const { entryId: id, version, kind } = input;
    await refuseIfColleagues(tx, as(viewer, context), id);
    const noun = VERBS[kind];
    return decide(input, context, {
      publish: () => publishEntry(tx, viewer, noun, { id, version }),
      turnDown: (why) => turnDownEntry(tx, viewer, noun, { id, version, ...why }),
    });
  },
);

export const markEntryReadAction = adminAction(
  markEntryReadInput,
  async (tx, viewer, { entryId: id, kind, version }, context) => {
    await refuseIfColleagues(tx, as(viewer, context), id);
    await markEntryRead(tx, viewer, VERBS[kind], { id, version });
    return { ...decided(context, "/admin"), notice: "markedRead" };
  },
);

export const decideRevisionAction = adminAction(
  decideRevisionInput,
  async (tx, viewer, input, context) => {
    const { revisionId, version, kind } = input;
    await refuseIfColleagues(tx, as(viewer, context), revisionId);
    const [noun, key] = [VERBS[kind], { revisionId, version }];
    return decide(input, context, {
      publish: () => publishRevision(tx, viewer, noun, key),
      turnDown: (why) => turnDownRevision(tx, viewer, noun, { ...key, ...why }),
    });
  },
);

const VERBS = {
  project: PROJECT_VERBS,
  experience: EXPERIENCE_VERBS,
  cooperation: COOPERATION_VERBS,
  heritage: HERITAGE_VERBS,
  page: PAGE_VERBS,
  ask: ASK_VERBS,
  event: EVENT_VERBS,
};

type Verbs = {
  publish: () => Promise<unknown>;
  turnDown: (why: TurnedDown) => Promise<unknown>;
};

async function decide(input: Parameters<typeof reasonOf>[0], context: ActionContext, verbs: Verbs) {
  const { verdict, words } = input;
  if (verdict === "published") await verbs.publish();
  else await verbs.turnDown({ verdict, words, reasonCode: reasonOf(input) ?? "" });
  return decided(context, "/admin");
}

/** Colleagues are named as the page names them. */
const as = (viewer: Viewer, { locale }: ActionContext): Viewer => ({ ...viewer, locale });

/** On to what waits next, where the page was opened from the queue. */
const decided = ({ request }: ActionContext, otherwise: string) =>
  ({ redirectTo: leadOn(request.page, otherwise), notice: "decisionSaved" }) as const;

export const decideAccountAction = adminAction(
  decideAccountInput,
  async (tx, viewer, input, context) => {
    const { verdict, refusalReason, ...asked } = input;
    await refuseIfColleagues(tx, as(viewer, context), input.accountId);
    if (verdict === "approved") await admitAccount(tx, viewer, asked);
    else await declineAccount(tx, viewer, { ...asked, reasonCode: refusalReason ?? "" });
    return decided(context, "/admin");
  },
);

export const decideApplicationAction = adminAction(
  decideApplicationInput,
  async (tx, viewer, input, context) => {
    const { verdict, refusalReason, organisation, ...about } = input;
    const reader = as(viewer, context);
    if (verdict === "approved") await approveApplication(tx, reader, { ...about, organisation });
    else if (verdict === "info-requested") await askForMore(tx, reader, about);
    else await refuseApplication(tx, reader, { ...about, reasonCode: refusalReason ?? "" });
    return decided(context, "/admin/applications");
  },
);

export const acceptClaimAction = adminAction(requestInput, async (tx, viewer, input, context) => {
  await refuseIfColleagues(tx, as(viewer, context), input.requestId);
  await acceptRequest(tx, viewer, input);
  return decided(context, "/admin?kind=claim");
});

export const declineClaimAction = adminAction(
  declineRequestInput,
  async (tx, viewer, input, context) => {
    await refuseIfColleagues(tx, as(viewer, context), input.requestId);
    await declineRequest(tx, viewer, input);
    return decided(context, "/admin?kind=claim");
  },
);

export const suspendAccountAction = adminAction(suspendAccountInput, async (tx, viewer, input) => {
  await suspendAccount(tx, viewer, input);
  return { redirectTo: `/admin/members/${input.accountId}`, notice: "memberSuspended" };
});

export const lapseAccountAction = adminAction(lapseAccountInput, async (tx, viewer, input) => {
  await lapseAccount(tx, viewer, input);
  return { redirectTo: `/admin/members/${input.accountId}`, notice: "memberLapsed" };
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

/** Back to where it was done: the page of the thing, or one it stands on beside others. What is the club's own has nobody to tell. */
export const takeDownAction = adminAction(takeDownInput, async (tx, viewer, input, context) => {
  const { to, authors } = await takeDown(tx, viewer, input);
  const notice = authors.length > 0 ? "takenDown" : "clubsTakenDown";
  return { redirectTo: pageOf(context, to), notice };
});

export const putBackAction = adminAction(putBackInput, async (tx, viewer, input, context) => {
  const { to, authors } = await putBack(tx, viewer, input);
  const notice = authors.length > 0 ? "putBack" : "clubsPutBack";
  return { redirectTo: pageOf(context, to), notice };
});

const pageOf = ({ request }: ActionContext, to: string) => request.page?.split("?")[0] || to;

export const reportAction = readerAction(reportInput, async (tx, viewer, input) => {
  await spendOnCommit(tx, "report", viewer.accountId);
  const { to } = await reportThing(tx, viewer, input);
  return { redirectTo: to, notice: "reported" };
});

/** Whoever reads nothing as a member: nobody is kept as the one who said it. */
export const reportAsVisitorAction = visitorAction(
  reportInput,
  async (tx, _viewer, input, { request }) => {
    await spendOnCommit(tx, "report", request.client);
    const { to } = await reportThing(tx, null, input);
    return { redirectTo: to, notice: "reported" };
  },
);

export const appealAction = readerAction(appealInput, async (tx, viewer, input, context) => {
  await spendOnCommit(tx, "report", viewer.accountId);
  const { to } = await appealTakeDown(tx, viewer, input);
  return { redirectTo: pageOf(context, to), notice: "appealed" };
});

export const dismissReportsAction = adminAction(
  dismissReportsInput,
  async (tx, viewer, input, { request }) => {
    await dismissReports(tx, viewer, input);
    return { redirectTo: leadOn(request.page, "/admin"), notice: "decisionSaved" };
  },
);
