import { ClubPage, type ClubPageProps, clubPageMetadata } from "../club-page";

export const generateMetadata = clubPageMetadata("privacy");

export default function PrivacyPage(props: ClubPageProps) {
  return <ClubPage {...props} page="privacy" />;
}
