import "server-only";
import type { Transaction } from "@/db/client";
import { lockProven } from "@/lib/core/auth/proof.queries";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import { lockForDecision } from "./deciding.queries";
import type { HeldFacts } from "./policy";

/** Whose account an administrator acts on for them, as they saw it. */
export type Behalf = { accountId: string; version: number };

/**
 * Locks the account that something is asked for: the viewer's own, or `of` somebody on whose behalf an administrator asks.
 * The viewer proves who they are in either case. Throws as `lockProven` and `lockForDecision`.
 */
export async function lockAsked(
  tx: Transaction,
  viewer: Viewer,
  { currentPassword, of }: { currentPassword: string; of?: Behalf },
): Promise<{ account: HeldFacts & { isBroughtIn?: boolean }; actor: Viewer }> {
  if (!of) return { account: await lockProven(tx, viewer, currentPassword), actor: viewer };
  const locked = await lockForDecision(tx, viewer, of, { by: isAdministrator });
  await lockProven(tx, viewer, currentPassword);
  return locked;
}
