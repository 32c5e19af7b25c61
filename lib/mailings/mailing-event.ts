import type { MailingKind } from "@/db/enums";

/** What happened to a mailing, told under whoever did it; the trail says which. */
export const mailingEvent = (
  { accountId }: { accountId: string },
  name: `mailing.${string}`,
  data: { kind?: MailingKind; mailing?: string; count?: number } = {},
) => ({ name, subjectType: "account", subjectId: accountId, data }) as const;
