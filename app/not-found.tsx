import { MissingInEveryLanguage } from "@/components/pages/missing-in-every-language";

export default function NotFound() {
  return <MissingInEveryLanguage />;
}
