import { ClubPage, type ClubPageProps, clubPageMetadata } from "../club-page";

export const generateMetadata = clubPageMetadata("charter");

export default function CharterPage(props: ClubPageProps) {
  return <ClubPage {...props} page="charter" />;
}
