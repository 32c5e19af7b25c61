import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { TextField } from "./text-field";

type ProofFieldProps = {
  label: string;
  /** Lets password managers know whose password it is. */
  email: string;
  locale: Locale;
};

/** The present password, as proof of who sends the form; whoever signs in by mailed codes may have forgotten it. */
export function ProofField({ label, email, locale }: ProofFieldProps) {
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
      <p className="text-sm">
        <a
          className="inline-block py-1 pointer-coarse:py-2.5"
          href={path(locale, "/forgotten-password")}
        >
          {getTranslator(locale, "accounts")("signIn.forgotten")}
        </a>
      </p>
    </>
  );
}
