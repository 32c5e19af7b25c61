import type { Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Telling } from "@/lib/core/events/record";
import { type Applying, applicantAddress } from "./applicant-address";

const NOTICES: NoticeTable<"applicant" | "member"> = {
  "application.link-sent": { applicant: "applicationLink" },
  "application.submitted": { applicant: "applicationSubmitted" },
  "application.withdrawn": { applicant: "applicationWithdrawn" },
  "application.info-requested": { applicant: "applicationQuestion" },
  "application.refused": { applicant: "applicationRefused" },
  "application.approved": { member: "applicationApproved" },
};

/** What an applicant is mailed, who has no account yet. */
export const tellApplicant = (application: Applying, facts: Facts) =>
  tellBy(NOTICES, { people: { applicant: applicantAddress(application) }, facts });

/** What the account that an application opened is told. */
export const tellAdmitted = (accountId: string, facts: Facts, letter: Telling["letter"]) =>
  tellBy(NOTICES, { people: { member: { accountId } }, facts, letter });
