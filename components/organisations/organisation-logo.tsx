import { logoFace } from "@/lib/organisations/organisation-list-view";
import { Picture } from "../ui/picture";

type OrganisationLogoProps = {
  slug: string;
  /** The hash of the picture; null draws the first sign of the name in its place. */
  logo: string | null;
  name: string;
  size: "small" | "large";
  /** Empty where the name stands beside it. */
  alt?: string;
};

/** An organisation's logo, or the sign in its place. */
export function OrganisationLogo({ slug, logo, name, ...picture }: OrganisationLogoProps) {
  return <Picture {...picture} face={logoFace(slug, logo, name)} />;
}
