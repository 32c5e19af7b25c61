import type { Visibility } from "@/db/enums";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";

/** What a member decides about, field by field. The family and given names are always open to members. */
export const FIELDS = [
  "portrait",
  "nameZh",
  "jobTitle",
  "bio",
  "offers",
  "needs",
  "languages",
  "sectors",
  "cities",
  "organisation",
  "email",
  "phone",
  "wechat",
] as const;

export type MemberField = (typeof FIELDS)[number];

export const CONTACT_FIELDS = ["email", "phone", "wechat"] as const;

export type ContactField = (typeof CONTACT_FIELDS)[number];

/** Who sees a field as long as its owner has not said otherwise. */
export const DEFAULT_VISIBILITY: Record<MemberField, Visibility> = {
  portrait: "members",
  nameZh: "members",
  jobTitle: "members",
  bio: "members",
  offers: "members",
  needs: "members",
  languages: "members",
  sectors: "members",
  cities: "members",
  organisation: "members",
  email: "contacts",
  phone: "contacts",
  wechat: "contacts",
};

/** Whose eyes one may borrow to look at one's own page. */
export const VIEW_AS = ["public", "members", "contacts", "team"] as const;

export type ViewAs = (typeof VIEW_AS)[number];

const LEVELS: Record<ViewAs, readonly Visibility[]> = {
  public: ["public"],
  members: ["public", "members"],
  contacts: ["public", "members", "contacts"],
  team: ["public", "members", "team"],
};

/** `isContact`: an interest in a project of one of the two, by the other, is accepted and has not come to nothing, or they were introduced. */
type Owner = { accountId: string; isContact?: boolean };

/** Whether the address names readers as whom one's own page can be seen. */
export function isViewAs(value: unknown): value is ViewAs {
  return (VIEW_AS as readonly unknown[]).includes(value);
}

/** The level a member gave to a field, or its default. */
export function levelOf(visibility: Record<string, Visibility>, field: MemberField): Visibility {
  return visibility[field] ?? DEFAULT_VISIBILITY[field];
}

/** The levels of other people's fields that a viewer sees; `contacts` those of accepted contacts alone. */
export function visibleLevels(viewer: Viewer | null, isContact = false): readonly Visibility[] {
  if (!mayRead(viewer)) return LEVELS.public;
  const levels = isStaff(viewer) ? LEVELS.team : LEVELS.members;
  return isContact && viewer.memberId !== null ? [...levels, "contacts"] : levels;
}

/** Whether a viewer sees a field of this level; owners always see their own. */
export function canSeeField(viewer: Viewer | null, owner: Owner, level: Visibility): boolean {
  return isOwner(viewer, owner) || visibleLevels(viewer, owner.isContact).includes(level);
}

/** Only their own profile, also once the membership has lapsed. */
export function canEditMember(viewer: Viewer, owner: Owner): boolean {
  return mayRead(viewer) && isOwner(viewer, owner);
}

/**
 * Through whose eyes a query looks: `accountId` sees all of its own fields, the levels open those of others, and
 * `contactOf` is the member whose accepted contacts open theirs too.
 */
export type Sight = {
  accountId: string | null;
  levels: readonly Visibility[];
  contactOf?: string | null;
};

/** The viewer's own sight, or the one they borrow to preview their page (then nothing counts as their own). */
export function sightOf(viewer: Viewer | null, as?: ViewAs): Sight {
  if (as) return { accountId: null, levels: LEVELS[as] };
  const contactOf = mayRead(viewer) ? viewer.memberId : null;
  return { accountId: viewer?.accountId ?? null, levels: visibleLevels(viewer), contactOf };
}

function isOwner(viewer: Viewer | null, owner: Owner): boolean {
  return viewer?.accountId === owner.accountId;
}
