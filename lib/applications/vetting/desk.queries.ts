import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { applications } from "@/db/schema/applications";
import { members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { personName } from "@/lib/members/person-name";
import { nameColumns } from "@/lib/members/sight.queries";
import { readAnswers } from "../stored-answers";
import { canReadApplication } from "./policy";

/** An application on a desk of the club team, locked until the transaction ends. */
export type HeldApplication = Awaited<ReturnType<typeof holdApplication>>;

/**
 * Locks an application that was handed in. Throws `notFound`, also for whoever is not of the club team and for what
 * never was handed in.
 */
export async function holdApplication(tx: Transaction, viewer: Viewer, applicationId: string) {
  const [row] = await tx
    .select({
      id: applications.id,
      email: applications.email,
      locale: applications.locale,
      state: applications.state,
      answers: applications.answers,
      organisationId: applications.organisationId,
      takenBy: applications.takenBy,
      version: applications.version,
    })
    .from(applications)
    .where(and(eq(applications.id, applicationId), isNotNull(applications.submittedAt)))
    .for("no key update");
  authorize(row !== undefined && canReadApplication(viewer, row));
  return { ...row, answers: readAnswers(row.answers) };
}

/**
 * Locks an application that is not ended yet. Throws `notFound`, `applicationWithdrawn`, and `applicationDecided` with
 * the `name` of who decided and the `verdict`.
 */
export async function holdOpenApplication(tx: Transaction, viewer: Viewer, applicationId: string) {
  const application = await holdApplication(tx, viewer, applicationId);
  const { state } = application;
  if (state === "withdrawn") throw new AppError("applicationWithdrawn");
  if (state === "approved" || state === "refused") {
    const name = await colleagueName(tx, viewer, await deciderOf(tx, application.id, state));
    throw new AppError("applicationDecided", { values: { name, verdict: state } });
  }
  return application;
}

/**
 * Locks an application that the viewer has taken and nobody has changed since they read it. Throws as
 * `holdOpenApplication`, and `takenByColleague` with their `name`, `answerAwaited`, `takeFirst`, `conflict`.
 */
export async function holdOwnApplication(
  tx: Transaction,
  viewer: Viewer,
  input: { applicationId: string; version: number },
): Promise<HeldApplication> {
  const application = await holdOpenApplication(tx, viewer, input.applicationId);
  await refuseIfTaken(tx, viewer, application);
  authorize(application.state !== "info-requested", "answerAwaited");
  authorize(application.state === "under-review", "takeFirst");
  authorize(application.version === input.version, "conflict");
  return application;
}

/** Throws `takenByColleague`, with their `name`, when somebody else has taken something; `kept` is whom one takes it from. */
export async function refuseIfTaken(
  tx: Transaction,
  viewer: Viewer,
  { takenBy }: Pick<HeldApplication, "takenBy">,
  kept?: string,
): Promise<void> {
  if (takenBy === null || takenBy === viewer.accountId || takenBy === kept) return;
  const name = await colleagueName(tx, viewer, takenBy);
  throw new AppError("takenByColleague", { values: { name } });
}

async function deciderOf(tx: Transaction, subjectId: string, verdict: "approved" | "refused") {
  const [row] = await tx
    .select({ decidedBy: decisions.decidedBy })
    .from(decisions)
    .where(
      and(
        eq(decisions.subjectType, "application"),
        eq(decisions.subjectId, subjectId),
        eq(decisions.verdict, verdict),
      ),
    );
  return row?.decidedBy ?? null;
}

async function colleagueName(tx: Transaction, viewer: Viewer, accountId: string | null) {
  if (!accountId) return "";
  const [row] = await tx
    .select(nameColumns(viewer))
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  return row ? personName(row, viewer.locale) : "";
}
