import type { FormAction } from "@/lib/core/form-state";
import type { FormCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { ActionForm } from "../ui/action-form";
import { Badge } from "../ui/badge";
import { SubmitButton } from "../ui/submit-button";
import { VisuallyHidden } from "../ui/visually-hidden";

type SessionRow = {
  id: string;
  device: string;
  seen: string;
  isCurrent: boolean;
  endLabel: string;
};

type SessionListProps = {
  sessions: SessionRow[];
  mayEndOthers: boolean;
  endOne: FormAction;
  endOthers: FormAction;
  locale: Locale;
  form: FormCopy;
  words: Record<"current" | "end" | "endOthers" | "known", string>;
};

/** Where one is signed in; each session but this one can be ended, and with all others the known browsers forgotten. */
export function SessionList(props: SessionListProps) {
  const { sessions, mayEndOthers, endOne, endOthers, locale, form, words } = props;
  return (
    <div className="space-y-5">
      <ul className="divide-y border-y">
        {sessions.map(({ id, device, seen, isCurrent, endLabel }) => (
          <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3" key={id}>
            <div className="min-w-0">
              <p className="font-semibold">{device}</p>
              <p className="text-muted text-sm">{seen}</p>
            </div>
            {isCurrent ? (
              <Badge tone="info">{words.current}</Badge>
            ) : (
              <ActionForm
                action={endOne}
                className="space-y-2"
                copy={form}
                hidden={{ sessionId: id }}
                idempotencyKey={`end-session-${id}`}
                locale={locale}
                scope={id}
              >
                <SubmitButton size="small" variant="secondary">
                  <span aria-hidden="true">{words.end}</span>
                  <VisuallyHidden>{endLabel}</VisuallyHidden>
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {words.known ? <p className="text-muted text-sm">{words.known}</p> : null}
      {mayEndOthers ? (
        <ActionForm action={endOthers} copy={form} locale={locale} scope="others">
          <SubmitButton variant="danger">{words.endOthers}</SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
