import type { FormAction } from "@/lib/core/form-state";
import type { FormCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Task } from "@/lib/dashboard/task";
import { ActionForm } from "../ui/action-form";
import { Bar } from "../ui/bar";
import { Card } from "../ui/card";
import { Icon, type IconName } from "../ui/icon";
import { QuotedWords } from "../ui/quoted-words";
import { SubmitButton } from "../ui/submit-button";

/** What confirms an activity with one press. `keyOf` gives each button a fresh value. */
type Confirming = {
  action: FormAction;
  form: FormCopy;
  word: string;
  keyOf: (activityId: string) => string;
};

type TaskListProps = { locale: Locale; tasks: Task[]; confirming: Confirming };

const ICON: Record<Task["kind"], IconName> = {
  queue: "shield",
  invitation: "mail",
  request: "users",
  interest: "mail",
  question: "mail",
  translation: "globe",
  outcome: "check",
  act: "clock",
  place: "clock",
  changes: "mail",
  profile: "user",
  name: "edit",
  organisation: "building",
  activity: "globe",
  confirm: "clock",
  directory: "eye",
  stale: "globe",
  draft: "edit",
  more: "folder",
};

/** What awaits the reader, each with the place where it is done; what takes one press is done here. */
export function TaskList({ locale, tasks, confirming }: TaskListProps) {
  return (
    <ul className="space-y-3">
      {tasks.map((task) => (
        <Card
          as="li"
          className={`flex flex-wrap items-start gap-4 ${task.isPressing ? "border-l-4 border-l-brand bg-highlight!" : ""}`}
          interactive
          key={`${task.href} ${task.title}`}
          padding="small"
        >
          <Icon className="mt-0.5 size-5.5 text-link" name={ICON[task.kind]} />
          <div className="min-w-0 flex-1">
            <a className="stretched font-semibold" dir="auto" href={task.href}>
              {task.title}
            </a>
            {task.quote ? <QuotedWords className="my-1.5" {...task.quote} /> : null}
            {task.text ? <p className="text-secondary">{task.text}</p> : null}
            {task.percent === undefined ? null : (
              <Bar className="mt-2 max-w-xs" percent={task.percent} />
            )}
          </div>
          {task.confirm ? (
            <ConfirmButton confirm={task.confirm} confirming={confirming} locale={locale} />
          ) : (
            <Icon className="mt-1 size-4.5 text-muted" name="arrow-right" />
          )}
        </Card>
      ))}
    </ul>
  );
}

type ConfirmButtonProps = {
  locale: Locale;
  confirm: NonNullable<Task["confirm"]>;
  confirming: Confirming;
};

function ConfirmButton({ locale, confirm, confirming }: ConfirmButtonProps) {
  const { activityId, version } = confirm;
  return (
    <ActionForm
      action={confirming.action}
      className="relative z-10 max-sm:basis-full max-sm:pl-9.5"
      copy={confirming.form}
      hidden={{ activityId, version: String(version), back: "home" }}
      idempotencyKey={confirming.keyOf(activityId)}
      locale={locale}
      scope={activityId}
    >
      <SubmitButton size="small" variant="secondary">
        {confirming.word}
      </SubmitButton>
    </ActionForm>
  );
}
