import { SectionNav } from "@/components/section-nav";
import { usePlace } from "@/lib/router/router";
import { walletHref } from "../model/chosen-wallet";

const PAGES: readonly [string, string][] = [
  ["/wallets", "Overview"],
  ["/wallets/alerts", "Alerts"],
  ["/wallets/stress", "Stress"],
  ["/wallets/model", "Model"],
];

/** The pages about wallets; the wallet that is looked at goes with the reader. */
export function WalletNav() {
  const { path, query } = usePlace();
  const wallet = query.get("wallet");
  return <SectionNav name="Wallets" pages={PAGES.map(([page, name]) => ({ href: walletHref(page, wallet), name, isOpen: path === page }))} />;
}
