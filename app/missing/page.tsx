import type { Metadata } from "next";
import { MissingInEveryLanguage } from "@/components/shell/missing-in-every-language";

export const metadata: Metadata = { robots: { index: false } };

/** Stands in for an address without a language the portal speaks. */
export default function Missing() {
  return <MissingInEveryLanguage />;
}
