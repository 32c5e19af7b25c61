import { randomUUID } from "node:crypto";
import { APPLICATION_STATES, type ApplicationState } from "@/db/enums";
import { makeAccount } from "@/db/factories";
import { applicationKeys, applicationMessages, applications } from "@/db/schema/applications";
import { mails } from "@/db/schema/mail";
import { decisions } from "@/db/schema/moderation";
import type { ApplicationAnswers } from "@/lib/applications/answers";
import { hashToken } from "@/lib/core/auth/tokens";
import { type Ground, NOBODY, type Owner, TEAM } from "./canary-words";

/** An application in every state with all its answers, keys, messages and mails; the approved one made `member`. */
export async function plantApplications(ground: Ground, member: Owner): Promise<void> {
  for (const state of APPLICATION_STATES) {
    await plant(ground, state, state === "approved" ? member : null);
  }
  await plant(ground, "withdrawn", null, false);
}

async function plant(
  { tx, sow, ...ground }: Ground,
  state: ApplicationState,
  member: Owner | null,
  isHandedIn = state !== "draft",
): Promise<void> {
  const id = randomUUID();
  const accountId = member?.accountId ?? null;
  const label = `${state} application${isHandedIn ? "" : ", never handed in"}`;
  const may = isHandedIn ? TEAM : NOBODY;
  /** What its applicant reads too, and what they do not. */
  const told = (column: string) => sow(`${column} of a ${label}`, [id, accountId ?? id], may);
  const kept = (column: string, readers = may) =>
    sow(`${column} of a ${label}`, accountId, readers);
  const taker = await makeAccount(tx, { role: "moderator", status: "left" });
  await tx.insert(applications).values({
    id,
    email: `${told("applications.email")}@example.org`,
    locale: "fr",
    state,
    answers: answersOf(told),
    // Nobody reads them, but the team finds what was handed in by them.
    matchKeys: [kept("applications.match_keys")],
    accountId,
    takenBy: !isHandedIn || state === "submitted" ? null : taker.accountId,
    submittedAt: isHandedIn ? new Date() : null,
  });
  const key = `canary-${randomUUID()}`;
  const hashes = [
    ["link", sow("application_keys.token_hash", null, NOBODY)],
    ["browser", hashToken(key)],
  ] as const;
  const expiresAt = new Date(Date.now() + 3_600_000);
  for (const [purpose, tokenHash] of hashes) {
    await tx.insert(applicationKeys).values({ applicationId: id, purpose, tokenHash, expiresAt });
  }
  for (const kind of ["question", "answer", "note"] as const) {
    const words = (kind === "note" ? kept : told)(`application_messages.words, a ${kind}`);
    await tx.insert(applicationMessages).values({ applicationId: id, kind, words });
  }
  if (state === "refused") {
    await tx.insert(decisions).values({
      subjectType: "application",
      subjectId: id,
      verdict: "refused",
      reasonCode: "other",
      words: told("decisions.words"),
      decidedBy: taker.accountId,
    });
  }
  await tx.insert(mails).values({
    applicationId: id,
    address: `${kept("mails.address", NOBODY)}@example.org`,
    kind: "applicationLink",
    locale: "fr",
    data: { to: kept("mails.data", NOBODY) },
    sentAt: new Date(),
  });
  ground.paths.push(`/admin/applications/${id}`);
  ground.marks.push(id);
  ground.unlisted.push(id);
  ground.applications.push({ id, state, key });
}

function answersOf(own: (column: string) => string): ApplicationAnswers {
  const text = (field: keyof ApplicationAnswers) => own(`applications.answers.${field}`);
  return {
    familyName: text("familyName"),
    givenName: text("givenName"),
    nameOrder: "given-first",
    nameZh: text("nameZh"),
    jobTitle: { fr: text("jobTitle") },
    phone: text("phone"),
    wechat: text("wechat"),
    languages: ["fr"],
    legalName: text("legalName"),
    chineseName: text("chineseName"),
    organisationKind: "sme",
    country: "fr",
    registrationId: text("registrationId"),
    headOffice: "lyon-7",
    headcount: "10-49",
    sectors: ["silk-luxury-fashion"],
    website: `https://${text("website")}.example.org`,
    pitch: { fr: text("pitch") },
    activityKinds: ["sourcing"],
    activityStage: "operating",
    cities: ["ningbo"],
    expectations: text("expectations"),
    contribution: text("contribution"),
    sponsor: text("sponsor"),
    category: "active",
    consents: [{ purpose: "members-directory", version: 1, locale: "fr" }],
  };
}
