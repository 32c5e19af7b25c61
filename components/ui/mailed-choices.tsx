import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { KeyedForm } from "./keyed-form";
import { NarrowPage } from "./narrow-page";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";

type Choice = { title: string; text: string; confirm: string };

type MailedChoicesProps = {
  title: string;
  /** What it is about, as far as a letter's holder may know. */
  lead: string;
  /** That nobody has to sign in, and where one reads the rest. */
  text: string;
  rest: { label: string; href: string };
  /** What is said where one cannot accept, and nothing else. */
  refused?: string;
  choices: Record<"accept" | "not-now", Choice>;
  /** The button of the mail that was pressed: it stands first here. */
  wanted: "accept" | "not-now";
  hidden: Record<string, string>;
  locale: Locale;
  action: FormAction;
};

/** The two answers that a letter's holder gives without signing in. */
export function MailedChoices(props: MailedChoicesProps) {
  const { title, lead, text, rest, refused, choices, wanted, hidden, locale, action } = props;
  const both =
    wanted === "accept" ? (["accept", "not-now"] as const) : (["not-now", "accept"] as const);
  const offered = both.filter((one) => one === "not-now" || !refused);
  return (
    <NarrowPage
      after={
        <p>
          <a href={rest.href}>{rest.label}</a>
        </p>
      }
      lead={lead}
      title={title}
    >
      <p className="mb-6 text-secondary">{text}</p>
      {refused ? <Notice className="mb-6">{refused}</Notice> : null}
      <KeyedForm action={action} hidden={hidden} locale={locale} scope="answer">
        {offered.map((name, at) => (
          <section
            className={at > 0 ? "space-y-3 border-hairline border-t pt-6" : "space-y-3"}
            key={name}
          >
            <h2 className="font-semibold text-lg">{choices[name].title}</h2>
            <p className="text-secondary">{choices[name].text}</p>
            <SubmitButton name="answer" value={name} variant={at > 0 ? "secondary" : "primary"}>
              {choices[name].confirm}
            </SubmitButton>
          </section>
        ))}
      </KeyedForm>
    </NarrowPage>
  );
}
