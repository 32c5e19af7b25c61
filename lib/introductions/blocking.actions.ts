"use server";

import { memberAction } from "@/lib/core/action";
import { blockMember, unblockMember } from "./blocking.mutations";
import { blockMemberInput, unblockMemberInput } from "./schema";

export const blockMemberAction = memberAction(blockMemberInput, async (tx, viewer, input) => {
  const { slug } = await blockMember(tx, viewer, input);
  return { redirectTo: `/members/${slug}`, notice: "memberBlocked" };
});

export const unblockMemberAction = memberAction(
  unblockMemberInput,
  async (tx, viewer, { from, memberId }) => {
    const slug = await unblockMember(tx, viewer, { memberId });
    const redirectTo = from === "account" ? "/account#blocked" : `/members/${slug}`;
    return { redirectTo, notice: "memberUnblocked" };
  },
);
