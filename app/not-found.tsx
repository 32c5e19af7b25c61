import { MissingInEveryLanguage } from "@/components/shell/missing-in-every-language";

export default function NotFound() {
  return <MissingInEveryLanguage />;
}
