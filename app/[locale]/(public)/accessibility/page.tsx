import { ClubPage, type ClubPageProps, clubPageMetadata } from "../club-page";

export const generateMetadata = clubPageMetadata("accessibility");

export default function AccessibilityPage(props: ClubPageProps) {
  return <ClubPage {...props} page="accessibility" />;
}
