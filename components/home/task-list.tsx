import type { Task } from "@/lib/members/dashboard-tasks";
import { Card } from "../ui/card";
import { Icon, type IconName } from "../ui/icon";

const ICON: Record<Task["kind"], IconName> = {
  queue: "shield",
  changes: "mail",
  profile: "user",
  stale: "globe",
  draft: "edit",
  more: "folder",
};

/** What awaits the reader, each with the place where it is done. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="space-y-3">
      {tasks.map(({ kind, href, title, text, percent }) => (
        <Card
          as="li"
          className="flex items-start gap-4"
          interactive
          key={`${href} ${title}`}
          padding="small"
        >
          <Icon className="mt-0.5 size-5.5 text-link" name={ICON[kind]} />
          <div className="min-w-0 flex-1">
            <a className="stretched font-semibold" href={href}>
              {title}
            </a>
            {text ? <p className="text-secondary">{text}</p> : null}
            {percent === undefined ? null : (
              <progress
                aria-label={title}
                className="mt-2 h-2 w-full max-w-xs accent-primary"
                max={100}
                value={percent}
              />
            )}
          </div>
          <Icon className="mt-1 size-4.5 text-muted" name="arrow-right" />
        </Card>
      ))}
    </ul>
  );
}
