import { FieldError } from "./field-error";
import { CONTROL } from "./field-style";

type FileChoiceProps = {
  /** The field is `<id>-file`, its hint `<id>-hint`, its refusal `<id>-error`. */
  id: string;
  name: string;
  label: string;
  /** Below the label; without it, what has the hint's id stands elsewhere on the page. */
  hint?: string;
  /** The form came back without the file, since browsers do not keep it: the words that say so. */
  again?: string;
  /** Why the last file was not taken, in words. */
  refusal: string | null;
  /** A PDF may be chosen besides pictures. */
  takesPdf?: boolean;
  /** Documents of office programmes too. */
  takesOffice?: boolean;
  /** Files of other kinds than pictures alone. */
  accept?: string;
  isOptional?: boolean;
};

const PICTURES = ".png,.jpg,.jpeg,.webp";
const OFFICE = ".docx,.xlsx,.pptx,.odt,.ods,";

/** The choice of a file in a plain form that carries it. */
export function FileChoice(props: FileChoiceProps) {
  const { id, name, label, hint, again, refusal, takesPdf, takesOffice, isOptional } = props;
  const described = [
    `${id}-hint`,
    ...(again ? [`${id}-again`] : []),
    ...(refusal ? [`${id}-error`] : []),
  ];
  return (
    <div className="space-y-1.5">
      <label className="block font-semibold" htmlFor={`${id}-file`}>
        {label}
      </label>
      {hint ? (
        <p className="text-muted text-sm" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {again ? (
        <p className="font-semibold text-sm" id={`${id}-again`}>
          {again}
        </p>
      ) : null}
      <FieldError error={refusal ?? undefined} id={`${id}-error`} />
      <input
        accept={props.accept ?? `${takesOffice ? OFFICE : ""}${takesPdf ? ".pdf," : ""}${PICTURES}`}
        aria-describedby={described.join(" ")}
        aria-invalid={refusal ? true : undefined}
        className={`${CONTROL} min-h-11`}
        id={`${id}-file`}
        name={name}
        required={!isOptional}
        type="file"
      />
    </div>
  );
}
