import type { MembershipStatus, NameOrder, Role, Theme } from "@/db/enums";
import type { Locale } from "../i18n/locales";
import { type LocalizedText, pickText } from "../i18n/localized-text";
import { mayAct, mayRead } from "./standing";

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
  /** Of their digest; null until they have said. */
  timeZone?: string | null;
  sessionId: string;
  /** In Latin letters, or the title of a club account; shown through `viewerName`. */
  name: string;
  /** In Chinese characters, where they gave a name in them. */
  nameZh?: string | null;
  /** The key of their portrait; everybody sees their own. */
  portrait?: string | null;
  /** How many interests and introductions wait for their answer, as the header says; read with their session. */
  waiting?: number;
  /** Whether they were told anything that they have not seen, readable or not; read with their session too. */
  hasUnseen?: boolean;
};

/** An active account of the club team: sees what awaits a decision. */
export function isStaff(viewer: Viewer | null): viewer is Viewer {
  return mayAct(viewer) && viewer.role !== "member";
}

/** An active account with the highest role; without a second factor that role sleeps. */
export function isAdministrator(viewer: Viewer | null): viewer is Viewer {
  return mayAct(viewer) && viewer.role === "administrator";
}

/** An active account with a profile: may write as a member. */
export function isActiveMember(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return mayAct(viewer) && viewer.memberId !== null;
}

/** One with a profile that reads as members do, also once the membership has lapsed. */
export function isReadingMember(viewer: Viewer | null): viewer is Viewer & { memberId: string } {
  return mayRead(viewer) && viewer.memberId !== null;
}

type NameInOrder = {
  givenName: string | null;
  familyName: string | null;
  nameOrder: NameOrder | null;
};

const HAN_ONLY = /^[\p{Script=Han}\s]+$/u;

/** A name as its owner gives it, in their order; one in Chinese characters in the Chinese order, without a space. */
export function nameInOrder({ familyName, givenName, nameOrder }: NameInOrder): string {
  const family = familyName ?? "";
  const given = givenName ?? "";
  if (HAN_ONLY.test(family + given)) return family + given;
  const parts = nameOrder === "family-first" ? [family, given] : [given, family];
  return parts.filter(Boolean).join(" ");
}

/** How a person is called: a member by their name in its order, a club account by its title in the reader's language. */
export function calledName(
  person: NameInOrder & { displayName: LocalizedText },
  locale: Locale,
): string {
  return nameInOrder(person) || (pickText(person.displayName, locale)?.text ?? "");
}

/** The short form, by which a mail or a page greets a person: the Chinese name in Chinese, where there is one. */
export function greetingName(
  person: Parameters<typeof calledName>[0] & { nameZh?: string | null },
  locale: Locale,
): string {
  return inScript(calledName(person, locale), person.nameZh, locale);
}

/** The same for the signed-in person, in the language of the page. */
export function viewerName({ name, nameZh }: Pick<Viewer, "name" | "nameZh">, locale: Locale) {
  return inScript(name, nameZh, locale);
}

function inScript(name: string, nameZh: string | null | undefined, locale: Locale): string {
  return (locale === "zh" && nameZh) || name;
}
