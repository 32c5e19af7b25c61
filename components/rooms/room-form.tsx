import type { ReactNode } from "react";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";

type RoomFormProps = {
  /** Names the section and tells its fields apart from those of other forms. */
  id: string;
  title: string;
  submit: string;
  action: FormAction;
  hidden: Record<string, string>;
  locale: Locale;
  children: ReactNode;
};

/** Something that is added to a room: a titled card with its form. */
export function RoomForm({ id, title, submit, action, hidden, locale, children }: RoomFormProps) {
  return (
    <Card as="section" className="no-print" labelledBy={id}>
      <h2 className="mb-4 font-semibold text-lg" id={id}>
        {title}
      </h2>
      <KeyedForm
        action={action}
        className="space-y-5"
        hidden={hidden}
        id={`form-${id}`}
        locale={locale}
        scope={id}
      >
        {children}
        <SubmitButton>{submit}</SubmitButton>
      </KeyedForm>
    </Card>
  );
}
