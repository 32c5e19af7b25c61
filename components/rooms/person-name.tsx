import type { TalkPerson } from "@/lib/rooms/talk-view";
import { MemberName } from "../members/member-name";

type PersonNameProps = {
  person: TalkPerson;
  /** What somebody is called who is gone. */
  former: string;
};

/** A person of a room, leading to their page where the viewer reaches it; who is gone has no name any more. */
export function PersonName({ person: { name, href }, former }: PersonNameProps) {
  if (!name) return <span className="text-muted">{former}</span>;
  const words = <MemberName name={name} />;
  return href ? (
    <a className="font-semibold" href={href}>
      {words}
    </a>
  ) : (
    <span className="font-semibold">{words}</span>
  );
}
