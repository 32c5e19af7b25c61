"use client";

import type { DirectoryView } from "@/lib/directory/directory-view";
import { LiveSearch, type LiveSearchProps } from "../ui/live-search";
import { MemberCard, type MemberCardCopy } from "./member-card";
import { MemberList } from "./member-list";

type MemberDirectoryProps = LiveSearchProps<DirectoryView> & {
  copy: { card: MemberCardCopy; similar: string };
};

/** The members with the form that finds them, and whose names are like the words where they find nobody. */
export function MemberDirectory(props: MemberDirectoryProps) {
  const { copy } = props;
  return (
    <LiveSearch
      {...props}
      draw={({ members }) =>
        members.map((one) => <MemberCard copy={copy.card} key={one.href} member={one} />)
      }
      drawBelow={({ similar }) =>
        similar.length > 0 ? (
          <div>
            <h3 className="mb-4 font-semibold">{copy.similar}</h3>
            <MemberList copy={copy.card} members={similar} />
          </div>
        ) : null
      }
    />
  );
}
