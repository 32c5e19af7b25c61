import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { type NamedMember, personFact } from "@/lib/members/member-card";

const NOTICES: NoticeTable<"invited"> = {
  "club-invitation.sent": { invited: "clubInvitation" },
};

/** How somebody hears that a member invites them; what that member says stands in the letter alone, as does the link. */
export const tellInvited = (
  invited: Recipient,
  about: NamedMember,
  { token, words }: { token: string; words: string },
) =>
  tellBy(NOTICES, {
    people: { invited },
    facts: { person: personFact(about) },
    letter: () => ({ words, to: `/apply?invitation=${token}` }),
  });
