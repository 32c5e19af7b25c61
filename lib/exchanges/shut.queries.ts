import "server-only";
import { together } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { countHiddenYes } from "@/lib/interests/machine.queries";
import { listBlocked } from "@/lib/introductions/blocking.queries";

/**
 * What the account page says of those with whom the viewer has closed: whom they have blocked, and in how many interests that they
 * cannot open any more a machine may still translate for them.
 */
export const getShut = (viewer: Viewer) =>
  together(async (read) => {
    const [blocked, hiddenYes] = await Promise.all([
      listBlocked(viewer, read),
      countHiddenYes(viewer, read),
    ]);
    return { blocked, hiddenYes };
  });
