import { LinkButton } from "../ui/link-button";

type SignInAgainProps = { words: { text: string; link: string }; href: string };

/** For whoever has no password and has not just signed in. */
export function SignInAgain({ words, href }: SignInAgainProps) {
  return (
    <>
      <p className="mb-5">{words.text}</p>
      <LinkButton href={href}>{words.link}</LinkButton>
    </>
  );
}
