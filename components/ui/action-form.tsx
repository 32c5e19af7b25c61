"use client";

import { type ReactNode, type SubmitEvent, useActionState, useMemo, useState } from "react";
import { type FormAction, IDLE } from "@/lib/core/form-state";
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

/** A form for one server action: works without JavaScript, keeps what was typed, says what was refused. */
export function ActionForm(props: ActionFormProps) {
  const { action, locale, copy, idempotencyKey, hidden = {}, scope = "", requiredNote } = props;
  const [state, formAction, pending] = useActionState(action, IDLE);
  const [pressed, setPressed] = useState("");
  const drawnFor = useReader();
  const reader = ("reader" in state && state.reader) || drawnFor;
  const { optional, saving, meanwhile } = copy;
  const context = useMemo(
    () => ({
      state,
      pending,
      pressed,
      scope,
      optionalWord: optional,
      savingWord: saving,
      meanwhileWords: meanwhile,
    }),
    [state, pending, pressed, scope, optional, saving, meanwhile],
  );
  const beforeSend = (event: SubmitEvent<HTMLFormElement>) => {
    if (pending) event.preventDefault();
    else setPressed(buttonKey(event.nativeEvent.submitter));
  };
  // After a success the same page may send another, different change.
  const key = state.status === "done" ? `${idempotencyKey}.${state.at}` : idempotencyKey;

  return (
    <form
      action={formAction}
      aria-busy={pending || undefined}
      className={props.className ?? "space-y-6"}
      noValidate
      onSubmit={beforeSend}
    >
      <input name="_locale" type="hidden" value={locale} />
      <input name="_key" type="hidden" value={`${idempotencyKey ? key : ""}~${reader}`} />
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
