import type { ReactNode } from "react";
import { env } from "@/lib/core/env";

/** The club's address in a sentence of the catalogue: `<mail>{contact}</mail>`. */
export function mailLink() {
  const contact = env().CLUB_CONTACT;
  return { contact, mail: (words: ReactNode) => <a href={`mailto:${contact}`}>{words}</a> };
}
