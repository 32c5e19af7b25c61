import { TextField } from "./text-field";

type ProofFieldProps = {
  label: string;
  /** Lets password managers know whose password it is. */
  email: string;
};

/** The present password, as proof of who sends the form. */
export function ProofField({ label, email }: ProofFieldProps) {
  return (
    <>
      <input
        autoComplete="username"
        defaultValue={email}
        hidden
        name="_username"
        readOnly
        type="text"
      />
      <TextField
        autoComplete="current-password"
        label={label}
        name="currentPassword"
        required
        type="password"
        width="medium"
      />
    </>
  );
}
