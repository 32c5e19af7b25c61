import type { spend } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";

/** What asking for a link costs, in limits of its own: it keeps nobody from signing in. */
export function linkLimits(email: string): Parameters<typeof spend>[] {
  const key = hashToken(email);
  return [
    ["applicationLink", key],
    ["applicationLinksADay", key, "askedTooOften"],
  ];
}
