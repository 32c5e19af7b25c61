import { Sign } from "./sign";

type FieldErrorProps = { id: string; error: string | undefined };

/** The refusal of one field, in words, with its sign. */
export function FieldError({ id, error }: FieldErrorProps) {
  if (!error) return null;
  return (
    <p className="flex gap-1.5 font-semibold text-danger text-sm" id={id}>
      <Sign className="mt-0.5 size-4.5" name="danger" />
      {error}
    </p>
  );
}
