import type { Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Telling } from "@/lib/core/events/record";
import type { Recipient } from "@/lib/core/mail/queue-mail";

type Who = "owner" | "former";

const NOTICES: NoticeTable<Who> = {
  "account.suspended": { owner: "accountSuspended" },
  "account.lapsed": { owner: "membershipLapsed" },
  "account.left": { owner: "membershipEnded" },
  "account.ended": { owner: "membershipEnded" },
  "account.archive-opened": { owner: "archiveOpened" },
  "account.reinstated": { owner: "accountReinstated" },
  "account.role-changed": { owner: "roleChanged" },
  "account.admitted": { owner: "applicationApproved" },
  "account.declined": { owner: "membershipDeclined" },
  "account.address-asked": { owner: "addressChangeAsked" },
  "account.address-changed": { former: "addressChanged" },
  "account.address-restored": { former: "addressRestored" },
  "account.erasure-asked": { owner: "erasureAsked", former: "erasureAsked" },
  "account.erasure-called-off": { owner: "erasureCalledOff" },
  "account.erased": { former: "accountErased" },
};

/** What the owner of an account hears of it; `letter` is what no notice keeps. */
export const tellOwner = (accountId: string, facts: Facts, letter?: Telling["letter"]) =>
  tellBy(NOTICES, { people: { owner: { accountId } }, facts, letter });

/** What is told at addresses that are no longer the account's, beside its owner where there is one. */
export const tellFormer = (
  former: Recipient | readonly Recipient[],
  facts: Facts,
  owner?: Recipient,
) => tellBy(NOTICES, { people: { owner, former }, facts });
