import { logoHref } from "@/lib/organisations/organisation-list-view";
import { Picture } from "../ui/picture";

type OrganisationLogoProps = {
  slug: string;
  /** The hash of the picture; null draws a sign in its place. */
  logo: string | null;
  size: "small" | "large";
  /** Empty where the name stands beside it. */
  alt?: string;
};

/** An organisation's logo, or the sign in its place. */
export function OrganisationLogo({ slug, logo, ...picture }: OrganisationLogoProps) {
  return <Picture {...picture} src={logoHref(slug, logo)} />;
}
