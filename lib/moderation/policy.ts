import { isAdministrator, isStaff, type Viewer } from "../core/auth/viewer-type";

/** The club team reads what awaits a decision, with all that is needed to take it. */
export function canOpenQueue(viewer: Viewer | null): viewer is Viewer {
  return isStaff(viewer);
}

/** Accounts, with their addresses and statuses, are for administrators. */
export function canListAccounts(viewer: Viewer | null): viewer is Viewer {
  return isAdministrator(viewer);
}
