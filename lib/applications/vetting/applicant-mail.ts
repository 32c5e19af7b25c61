import type { Transaction } from "@/db/client";
import { queueMailTo } from "@/lib/core/mail/queue-mail";
import { openApplicationLink } from "../access.mutations";
import { applicantAddress } from "../applicant-address";
import type { HeldApplication } from "./desk.queries";

/** Mails an applicant in their language, with a fresh link to the page of their application. */
export async function tellApplicant(
  tx: Transaction,
  application: HeldApplication,
  kind: "applicationQuestion" | "applicationRefused",
  told: { words: string; reason?: string },
): Promise<void> {
  const to = await openApplicationLink(tx, application);
  await queueMailTo(tx, applicantAddress(application), { kind, data: { ...told, to } });
}
