import type { ShownMember } from "@/lib/members/member-card";
import { MemberCard, type MemberCardCopy } from "./member-card";

type MemberListProps = {
  members: ShownMember[];
  copy: MemberCardCopy;
  columns?: 2 | 3;
};

/** Members as cards under a heading of their own, in the order they are given. */
export function MemberList({ members, columns = 2, copy }: MemberListProps) {
  return (
    <ul className={`grid gap-4 sm:grid-cols-2 ${columns === 3 ? "lg:grid-cols-3" : ""}`}>
      {members.map((member) => (
        <MemberCard copy={copy} headingLevel={4} key={member.href} member={member} />
      ))}
    </ul>
  );
}
