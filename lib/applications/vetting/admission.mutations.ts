import "server-only";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { memberContacts, members } from "@/db/schema/members";
import { findHolder } from "@/lib/accounts/address.queries";
import { acceptInvitationOnApproval } from "@/lib/affiliations/invitations.mutations";
import { requestAffiliation } from "@/lib/affiliations/mutations";
import { addPerson } from "@/lib/affiliations/people.mutations";
import { managersOf } from "@/lib/affiliations/policy";
import { lockRoster } from "@/lib/affiliations/roster.queries";
import { attachConsents } from "@/lib/consents/mutations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { listed } from "@/lib/core/i18n/word-list";
import { freeSlug } from "@/lib/core/text/slug";
import { takenSlugs } from "@/lib/core/text/taken-slugs";
import { slugOfMember } from "@/lib/members/member-slug";
import { buildMemberSearch } from "@/lib/members/search-text";
import { createOrganisation } from "@/lib/organisations/mutations";
import { organisationFaults } from "../answer-faults";
import { faultLabel } from "../fault-label";
import { contactsOf, organisationOf, profileOf } from "./admission-values";
import type { HeldApplication } from "./desk.queries";
import { canDecideApplication } from "./policy";

/**
 * Makes of an applicant an active account, a member with contacts and consents, and their place in an organisation:
 * `new` makes the one they described, with them as its manager (`another` although the club knows its name); an id joins
 * that one, at once when they were invited or when nobody manages it, else by a request to its managers; `none` leaves
 * it to them.
 * Throws `notFound`, `accountExists`, and on `organisation`: `organisationKnown`, `organisationIncomplete` with the
 * labels of the `fields` that their description lacks.
 */
export async function admitApplicant(
  tx: Transaction,
  viewer: Viewer,
  application: HeldApplication,
  organisation: string,
): Promise<{ accountId: string }> {
  authorize(canDecideApplication(viewer, application));
  const { id: applicationId, email, locale } = application;
  const [account] = await tx
    .insert(accounts)
    .values({ email, locale, status: "active" })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  authorize(account !== undefined, "accountExists");
  const accountId = account.id;
  authorize((await findHolder(tx, email, accountId)) === null, "accountExists");
  await record(tx, viewer, {
    name: "account.created",
    subjectType: "account",
    subjectId: accountId,
    data: { role: "member" },
  });
  const memberId = await makeMember(tx, application, accountId);
  await attachConsents(tx, { applicationId, accountId });
  const member = { accountId, memberId };
  if (organisation === "new" || organisation === "another") {
    await makeOrganisation(tx, viewer, application, memberId, organisation === "another");
  } else if (organisation !== "none") {
    await joinOrganisation(tx, viewer, application, member, organisation);
  }
  return { accountId };
}

async function makeOrganisation(
  tx: Transaction,
  viewer: Viewer,
  application: HeldApplication,
  memberId: string,
  isAnother: boolean,
): Promise<void> {
  refuseIncomplete(viewer, application);
  const input = { ...organisationOf(application), isAnother };
  try {
    await createOrganisation(tx, viewer, input, memberId);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "organisationExists")) throw error;
    throw new AppError("organisationKnown", { field: "organisation" });
  }
}

/** Whoever joins one skips the pages that describe one: what stands there was never looked at. */
function refuseIncomplete({ locale }: Viewer, application: HeldApplication): void {
  const { answers } = application;
  const faults = organisationFaults(answers, application.locale);
  if (faults.length === 0) return;
  const labels = faults.map(({ field }) => faultLabel(field, answers, locale));
  const fields = listed(labels, locale);
  throw new AppError("organisationIncomplete", { field: "organisation", values: { fields } });
}

/** An invitation is its manager's consent; where nobody manages, the club team's approval is enough. */
async function joinOrganisation(
  tx: Transaction,
  viewer: Viewer,
  { email }: HeldApplication,
  member: { accountId: string; memberId: string },
  organisationId: string,
): Promise<void> {
  const { memberId } = member;
  const invited = { email, memberId, organisationId };
  const joined = await acceptInvitationOnApproval(tx, viewer, invited);
  if (joined.includes(organisationId)) return;
  const roster = await lockRoster(tx, organisationId);
  if (roster.isHidden) return;
  if (managersOf(roster).length === 0) {
    return addPerson(tx, viewer, { roster, memberId, role: "person" });
  }
  await requestAffiliation(tx, member, { organisationId, kind: "join", words: "" });
}

async function makeMember(tx: Transaction, application: HeldApplication, accountId: string) {
  const profile = profileOf(application);
  const base = slugOfMember(profile);
  const slug = freeSlug(base, await takenSlugs(tx, members.slug, base));
  const [member] = await tx
    .insert(members)
    .values({ ...profile, ...buildMemberSearch(profile), accountId, slug })
    .returning({ id: members.id });
  if (!member) throw new Error("no member was made");
  await tx.insert(memberContacts).values({ memberId: member.id, ...contactsOf(application) });
  return member.id;
}
