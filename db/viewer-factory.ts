import type { MembershipStatus, Role } from "./enums";

/** Who is signed in, as factories hand them out. */
export type MadeViewer = {
  accountId: string;
  memberId: string | null;
  memberSlug: string | null;
  role: Role;
  status: MembershipStatus;
  locale: "fr" | "en" | "zh";
  theme: "system";
  sessionId: string;
  name: string;
};

/** An active member without a row, for what only looks at who asks; `values` say what is different. */
export const viewerWith = (values: Partial<MadeViewer> = {}): MadeViewer => ({
  accountId: "other",
  memberId: "member",
  memberSlug: "slug",
  role: "member",
  status: "active",
  locale: "fr",
  theme: "system",
  sessionId: "session",
  name: "Camille",
  ...values,
});

/** Everybody by standing and role, a visitor among them. */
export const EVERYBODY = {
  visitor: null,
  pending: viewerWith({ status: "pending" }),
  suspended: viewerWith({ status: "suspended" }),
  member: viewerWith(),
  "suspended moderator": viewerWith({ role: "moderator", status: "suspended" }),
  moderator: viewerWith({ role: "moderator" }),
  administrator: viewerWith({ role: "administrator" }),
} satisfies Record<string, MadeViewer | null>;
