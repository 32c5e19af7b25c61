import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";

/** Whoever reads as members do keeps what they read; nobody else knows what. */
export function canKeep(viewer: Viewer | null): viewer is Viewer {
  return mayRead(viewer);
}
