import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";

/** Administrators write what the club says of itself. */
export const canWritePages = (viewer: Viewer | null): viewer is Viewer => isAdministrator(viewer);
