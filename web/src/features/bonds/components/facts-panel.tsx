import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatDay } from "@/lib/format/dates";
import { formatAmount, formatCoupon } from "@/lib/format/numbers";
import type { BondDescription } from "../api/contracts";
import { plain } from "../model/wording";

export function FactsPanel({ isin, bond }: { isin: string; bond: BondDescription }) {
  return (
    <Panel title="The bond">
      <Figures>
        <Figure name="ISIN">{isin}</Figure>
        <Figure name="Issuer">{bond.issuer}</Figure>
        <Figure name="Class">{bond.issuer_class === "psu" ? "Public sector" : plain(bond.issuer_class)}</Figure>
        <Figure name="Rating">{bond.rating}</Figure>
        <Figure name="Coupon">{formatCoupon(bond.coupon_percent)}</Figure>
        <Figure name="Maturity">{formatDay(bond.maturity)}</Figure>
        <Figure name="Issue size">{formatAmount(bond.issue_size_face)}</Figure>
        <Figure name="Currency">{bond.currency}</Figure>
      </Figures>
    </Panel>
  );
}
