import * as policy from "@/lib/consents/policy";
import { type Cell, type Lines, lineFor, row, VIEWERS } from "./actors";

/** Data rights do not depend on the state of a membership; the directories need a profile; read texts are no consent. */
const GIVE: Lines = {
  charter: "nobody",
  "privacy-notice": "nobody",
  "members-directory": "anyOther anyOwner",
  "public-directory": "anyOther anyOwner",
  newsletter: "staff anyOther anyOwner",
  "transfer-to-france": "staff anyOther anyOwner",
  "event-photographs": "staff anyOther anyOwner",
};

/** By purpose and by whose consent it is. */
const WITHDRAW: Lines = {
  "charter/*": "nobody",
  "privacy-notice/*": "nobody",
  "*/owner": "anyOwner",
  "*/applicant": "nobody",
};

/** Giving and taking back, purpose by purpose. */
export const consentCells = (): Cell[] =>
  policy.PURPOSES.flatMap((purpose) => [
    ...row("canGiveConsent", purpose, lineFor(GIVE, purpose), VIEWERS, (actor) =>
      policy.canGiveConsent(actor, purpose),
    ),
    ...["owner", "applicant"].flatMap((whose) => {
      const on = `${purpose}/${whose}`;
      const consent = { purpose, accountId: whose === "owner" ? "owner" : null };
      return row("canWithdrawConsent", on, lineFor(WITHDRAW, on), VIEWERS, (actor) =>
        policy.canWithdrawConsent(actor, consent),
      );
    }),
  ]);
