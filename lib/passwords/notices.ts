import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";

const NOTICES: NoticeTable<"owner"> = {
  "password.chosen": { owner: "passwordChanged" },
  "password.changed": { owner: "passwordChanged" },
};

/** Whoever did not choose the new password themselves finds the way to another. */
export const tellOfPassword = (accountId: string) =>
  tellBy(NOTICES, { people: { owner: { accountId } }, facts: { to: "/forgotten-password" } });
