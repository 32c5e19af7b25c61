import { MAIL_GROUPS } from "@/lib/core/mail/mail-groups";
import { canMuteKind, canSwitchMails, type MailHand } from "@/lib/notifications/policy";
import { type Cast, type Cell, row, VIEWERS } from "./actors";

const link = (accountId: string, group: (typeof MAIL_GROUPS)[number]) => ({
  name: `link of ${accountId}, ${group}`,
  actor: { accountId, group },
});

const LINKS = MAIL_GROUPS.flatMap((group) => [link("owner", group), link("other", group)]);

/** Accounts in any state, and whoever holds the link of a mail. */
const HANDS: Cast<MailHand | null> = {
  among: [...VIEWERS.among, ...LINKS],
  groups: {
    ...VIEWERS.groups,
    ...Object.fromEntries(MAIL_GROUPS.map((group) => [group, [`link of owner, ${group}`]])),
  },
};

/** A link mutes no kind, and nobody what is always told. */
const KINDS = [
  ["interestReceived", "anyOwner"],
  ["experienceEndorsed", "anyOwner"],
  ["projectPublished", "nobody"],
  ["passwordChanged", "nobody"],
] as const;

/** The account's own holder switches every group, a link only its own; `owner` has the mails. */
export const notificationCells = (): Cell[] => [
  ...MAIL_GROUPS.flatMap((group) =>
    row("canSwitchMails", group, `anyOwner ${group}`, HANDS, (hand) =>
      canSwitchMails(hand, "owner", group),
    ),
  ),
  ...KINDS.flatMap(([kind, who]) =>
    row("canMuteKind", kind, who, HANDS, (hand) => canMuteKind(hand, "owner", kind)),
  ),
];
