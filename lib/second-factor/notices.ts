import type { Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";

const NOTICES: NoticeTable<"owner"> = {
  "factor.set-up": { owner: "secondFactorSetUp" },
  "factor.codes-renewed": { owner: "recoveryCodesRenewed" },
  "factor.code-used": { owner: "recoveryCodeUsed" },
  "factor.switched-off": { owner: "secondFactorSwitchedOff" },
  "factor.reset": { owner: "secondFactorReset" },
  "factor.refused": { owner: "secondFactorRefused" },
};

/** What somebody hears of their second factor; the button leads to its page unless told otherwise. */
export const tellOfFactor = (accountId: string, to = "/account/second-factor", facts: Facts = {}) =>
  tellBy(NOTICES, { people: { owner: { accountId } }, facts: { ...facts, to } });
