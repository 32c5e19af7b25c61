import "server-only";
import { together } from "@/db/together";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { ownsEntry } from "@/lib/entries/policy";
import { readParts } from "@/lib/entries/questions/parts.queries";
import { PROJECTS } from "@/lib/projects/project";
import type { getProjectInSight } from "@/lib/projects/sight.queries";
import { getRoomDoor } from "@/lib/rooms/queries";
import { listPublicUpdates } from "@/lib/rooms/updates.queries";
import { getApproach } from "./sending.queries";

type InSight = Awaited<ReturnType<typeof getProjectInSight>>;

/**
 * What the page of a project shows around its text as it was found for the viewer, in one statement: the parts of an entry,
 * what its room says to everybody, the way into the room, and for members how they stand before somebody else's.
 */
export const getAround = (viewer: Viewer | null, slug: string, project: InSight, locale: Locale) =>
  together(async (read) => {
    const isOwn = project !== null && ownsEntry(viewer, project);
    const [parts, updates, approach, door] = await Promise.all([
      readParts(PROJECTS, viewer, project, locale, read),
      listPublicUpdates(viewer, slug, read),
      mayRead(viewer) && !isOwn ? getApproach(viewer, slug, read) : null,
      getRoomDoor(viewer, slug, read),
    ]);
    return { ...parts, updates, approach, door };
  });
