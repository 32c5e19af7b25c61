import { TextField } from "../ui/text-field";

export type NewPasswordWords = "password" | "passwordHint" | "passwordAgain";

/** A password that is being chosen, typed twice. */
export function NewPasswordFields({ words }: { words: Record<NewPasswordWords, string> }) {
  return (
    <>
      <TextField
        autoComplete="new-password"
        hint={words.passwordHint}
        label={words.password}
        name="password"
        required
        type="password"
        width="medium"
      />
      <TextField
        autoComplete="new-password"
        label={words.passwordAgain}
        name="passwordAgain"
        required
        type="password"
        width="medium"
      />
    </>
  );
}
