import type { Face } from "@/lib/core/text/monogram";

/** What the frame needs to know of the person signed in; `null` for a visitor. */
export type ShellViewer = {
  name: string;
  face: Face;
  /** An active member: sees the member rooms. Pending and suspended accounts do not. */
  isMember: boolean;
  /** Moderator or administrator. */
  isStaff: boolean;
  /** How many exchanges await their answer. */
  exchanges?: number;
  /** How much they were told since they last looked. */
  unseen?: number;
  /** How many things await a decision, for staff. */
  waiting?: number;
};
