import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";

const NOTICES: NoticeTable<"keepers"> = {
  "consent.withdrawn": { keepers: "photosRefused" },
};

/** Those who keep the site hear whose pictures are to go from it, and nothing of them but where they find who it is. */
export const tellKeepers = (accountId: string, keepers: readonly { accountId: string }[]) =>
  tellBy(NOTICES, {
    people: { keepers },
    facts: { to: `/admin/members/${accountId}` },
    thing: "reader",
  });
