"use client";

import { type ReactNode, type SubmitEvent, useActionState, useMemo, useState } from "react";
import { type FormAction, type FormValues, IDLE } from "@/lib/core/form-state";
import type { FormCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { ErrorSummary } from "./error-summary";
import { FormContext, useReader } from "./form-context";
import { Notice } from "./notice";

type ActionFormProps = {
  action: FormAction;
  locale: Locale;
  copy: FormCopy;
  /** A fresh random value per drawn page: a double submit then happens once. */
  idempotencyKey?: string;
  hidden?: Record<string, string>;
  /** Tells the ids of two forms with like-named fields on one page apart. */
  scope?: string;
  /** Says once, at the top, that fields are required unless marked. */
  requiredNote?: boolean;
  className?: string;
  children: ReactNode;
};

function buttonKey(button: HTMLElement | null): string {
  return button instanceof HTMLButtonElement ? `${button.name}=${button.value}` : "=";
}

/**
 * Keeps the form and its text when it could not be sent: no connection, or an action that an update took away. What the
 * server says itself (a redirect, a fault of ours) has a digest. Drawn on the server, a form needs the action as it is.
 */
const sender = (action: FormAction, notSent: string): FormAction =>
  typeof window === "undefined"
    ? action
    : (before, data) =>
        action(before, data).catch((error) => {
          if (error.digest) throw error;
          const texts = [...data.keys()].map((name) => [name, data.getAll(name)]);
          return {
            status: "failed",
            code: "",
            message: notSent,
            values: Object.fromEntries(texts) as FormValues,
            at: `${Date.now()}`,
          };
        });

/** A form for one server action: works without JavaScript, keeps what was typed, says what was refused. */
export function ActionForm(props: ActionFormProps) {
  const {
    action,
    locale,
    copy,
    idempotencyKey = "",
    hidden = {},
    scope = "",
    requiredNote,
  } = props;
  const [state, formAction, pending] = useActionState(sender(action, copy.notSent), IDLE);
  const [pressed, setPressed] = useState("");
  const drawnFor = useReader();
  const context = useMemo(
    () => ({ state, pending, pressed, scope, copy }),
    [state, pending, pressed, scope, copy],
  );
  const beforeSend = (event: SubmitEvent<HTMLFormElement>) => {
    if (pending) event.preventDefault();
    else setPressed(buttonKey(event.nativeEvent.submitter));
  };
  // After a success the same page may send another, different change.
  const key =
    idempotencyKey && state.status === "done" ? `${idempotencyKey}.${state.at}` : idempotencyKey;
  const { reader = drawnFor } = state as { reader?: string };

  return (
    <form
      action={formAction}
      aria-busy={pending || undefined}
      className={props.className ?? "space-y-6"}
      noValidate
      onSubmit={beforeSend}
    >
      <input name="_locale" type="hidden" value={locale} />
      <input name="_key" type="hidden" value={`${key}~${reader}`} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      {state.status === "invalid" || state.status === "failed" ? (
        <ErrorSummary
          scope={scope}
          state={state}
          title={copy.errorTitle}
          titlePrefix={copy.errorPrefix}
        />
      ) : null}
      <div className="empty:sr-only" role="status">
        {state.status === "done" && state.message ? (
          <Notice key={state.at} tone="success">
            {state.message}
          </Notice>
        ) : null}
      </div>
      {requiredNote ? <p className="text-muted text-sm">{copy.required}</p> : null}
      <FormContext value={context}>{props.children}</FormContext>
    </form>
  );
}
