import type { BondViewProps } from "./bond-translation";

export function ProfessionalView({ answer }: BondViewProps & { translatedAt: string }) {
  return <p>{answer.isin}</p>;
}
