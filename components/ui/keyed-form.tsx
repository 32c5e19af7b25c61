import type { ComponentProps } from "react";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { ActionForm } from "./action-form";

type KeyedFormProps = Omit<ComponentProps<typeof ActionForm>, "copy" | "idempotencyKey">;

/** A form whose act happens once, however often it is sent. */
export function KeyedForm(props: KeyedFormProps) {
  return (
    <ActionForm {...props} copy={formCopy(props.locale)} idempotencyKey={crypto.randomUUID()} />
  );
}
