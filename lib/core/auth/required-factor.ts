import "server-only";
import type { Role } from "@/db/enums";
import { env } from "../env";

/** The club team needs a second factor; the demo club, whose password everybody knows, only offers it. */
export function isFactorRequired(role: Role): boolean {
  return role !== "member" && env().CLUB_DEMO === "0";
}
