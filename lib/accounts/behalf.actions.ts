"use server";

import { adminAction } from "@/lib/core/action";
import { spendOnProof } from "@/lib/core/auth/proof-limits";
import { spendOnCommit } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";
import { requestAddressChange } from "./address.mutations";
import { openArchive } from "./archive.mutations";
import { askErasure, withdrawErasureFor } from "./erasure-request.mutations";
import { endMembership } from "./mutations";
import type { Behalf } from "./proof.queries";
import {
  addressForInput,
  archiveForInput,
  endMembershipInput,
  erasureForInput,
  keepAccountInput,
} from "./schema";

const heldPage = (accountId: string) => `/admin/members/${accountId}/account`;

/** What is asked, and of whose account. */
const asked = <Input extends Behalf>({ accountId, version, ...rest }: Input) => ({
  ...rest,
  of: { accountId, version },
});

export const requestAddressForAction = adminAction(
  addressForInput,
  async (tx, viewer, input) => {
    const { isMoved } = await requestAddressChange(tx, viewer, asked(input));
    if (isMoved) return { redirectTo: heldPage(input.accountId), notice: "addressCorrected" };
    await spendOnCommit(tx, "mailedLink", hashToken(`new address ${input.email}`));
    return { redirectTo: heldPage(input.accountId), notice: "addressAskedFor" };
  },
  (_input, request) => spendOnProof(request),
);

export const askErasureForAction = adminAction(
  erasureForInput,
  async (tx, viewer, input) => {
    await askErasure(tx, viewer, asked(input));
    return { redirectTo: heldPage(input.accountId), notice: "erasureAskedFor" };
  },
  (_input, request) => spendOnProof(request),
);

export const withdrawErasureForAction = adminAction(keepAccountInput, async (tx, viewer, input) => {
  await withdrawErasureFor(tx, viewer, input);
  return { redirectTo: heldPage(input.accountId), notice: "erasureWithdrawnFor" };
});

export const openArchiveForAction = adminAction(
  archiveForInput,
  async (tx, viewer, input) => {
    await openArchive(tx, viewer, asked(input));
    return { redirectTo: heldPage(input.accountId), notice: "archiveReady" };
  },
  (_input, request) => spendOnProof(request),
);

export const endMembershipAction = adminAction(
  endMembershipInput,
  async (tx, viewer, input) => {
    await endMembership(tx, viewer, asked(input));
    return { redirectTo: `/admin/members/${input.accountId}`, notice: "memberEnded" };
  },
  (_input, request) => spendOnProof(request),
);
