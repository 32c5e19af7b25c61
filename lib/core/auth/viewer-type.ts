import type { MembershipStatus, NameOrder, Role, Theme } from "@/db/enums";
import type { Locale } from "../i18n/locales";
import { type LocalizedText, pickText } from "../i18n/localized-text";

/** The signed-in person as policies see them, read from the database on each request. */
export type Viewer = {
  accountId: string;
  /** Null for a club account without a profile. */
  memberId: string | null;
  memberSlug: string | null;
  role: Role;
  /** A role of the club team that sleeps until its holder has a second factor; `role` is `member` meanwhile. */
  sleepingRole?: Role;
  status: MembershipStatus;
  locale: Locale;
  theme: Theme;
  sessionId: string;
  /** How the interface addresses them. */
  name: string;
};

/** An active account of the club team: sees what awaits a decision. */
export function isStaff(viewer: Viewer | null): viewer is Viewer {
  return viewer?.status === "active" && viewer.role !== "member";
}

export function isAdministrator(viewer: Viewer | null): viewer is Viewer {
  return viewer?.status === "active" && viewer.role === "administrator";
}

/** An active account with a profile: may write as a member. */
export function isActiveMember(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return viewer?.status === "active" && viewer.memberId !== null;
}

/** How a person is called: a member by their name in its order, a club account by its title in the reader's language. */
export function calledName(
  person: {
    displayName: LocalizedText;
    givenName: string | null;
    familyName: string | null;
    nameOrder: NameOrder | null;
  },
  locale: Locale,
): string {
  const { displayName, givenName, familyName, nameOrder } = person;
  const inOrder = nameOrder === "family-first" ? [familyName, givenName] : [givenName, familyName];
  return givenName ? inOrder.join(" ") : (pickText(displayName, locale)?.text ?? "");
}

/** How a mail or a page greets a person: by the Chinese name in Chinese, where there is one. */
export function greetingName(
  person: Parameters<typeof calledName>[0] & { nameZh?: string | null },
  locale: Locale,
): string {
  return locale === "zh" && person.nameZh ? person.nameZh : calledName(person, locale);
}
